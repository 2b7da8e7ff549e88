package vn.soto.query.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MembershipState;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.timeline.Week;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers what a team and each of its members did in a quarter. */
@RestController
final class TeamActivityEndpoint {

    private final QueryExecutor queries;
    private final Teams teams;
    private final MemberWork work;
    private final SubjectPeriods periods;
    private final Today today;

    TeamActivityEndpoint(QueryExecutor queries, Teams teams, MemberWork work, SubjectPeriods periods, Today today) {
        this.queries = queries;
        this.teams = teams;
        this.work = work;
        this.periods = periods;
        this.today = today;
    }

    /**
     * A member's quarter, over all teams.
     *
     * @param latest latest day of help; absent without records
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberLine(
            String member, long assistances, @Nullable LocalDate latest) {}

    /**
     * @param days      {@code reporting} for the days of the team's report, {@code calendar} for those of the calendar quarter
     * @param otherDays those of the other choice of {@code days}; absent if they are the same
     * @param members   everybody who was a member on some day of the quarter
     * @param weeks     the team's records in the twelve weeks up to the end of the quarter, or up to today while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamActivity(
            String team,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String days,
            @Nullable OtherDays otherDays,
            List<MemberLine> members,
            List<Week> weeks) {}

    /** Without {@code quarter}, the current quarter. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/activity")
    Mono<QueryAnswer<TeamActivity>> activity(
            QueryContext context,
            @PathVariable String team,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days) {
        return queries.answer(context, asOf -> {
            TeamCard card = teams.find(team, asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
            LocalDate now = today.of(context, asOf);
            UnitQuarter asked = periods.of(IdKind.TEAM, team, quarter, days, now, asOf);
            MemberWork.Work done = work.of(
                    card.members().stream()
                            .map(membership -> membership.member().value())
                            .toList(),
                    asked.days(),
                    now,
                    asOf);
            return new TeamActivity(
                    team,
                    asked.quarter().toString(),
                    asked.firstDay(),
                    asked.lastDay(),
                    asked.chosen().text(),
                    asked.other(),
                    card.members().stream()
                            .filter(membership -> isOf(asked.days(), membership))
                            .map(membership -> membership.member().value())
                            .distinct()
                            .map(member ->
                                    new MemberLine(member, done.of(member).size(), done.latest(member)))
                            .toList(),
                    done.weeks(line -> line.team().equals(team)));
        });
    }

    private static boolean isOf(QuarterDays days, MembershipState membership) {
        return !membership.from().isAfter(days.lastDay())
                && (membership.until() == null || !membership.until().isBefore(days.firstDay()));
    }
}
