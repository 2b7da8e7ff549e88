package vn.soto.query.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.period.Week;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;

/** Answers what a team and each of its members did in a quarter. */
@RestController
record TeamActivityQuestions(Teams teams, MemberWork work, SubjectPeriods periods) {

    /**
     * A member's quarter, over all teams.
     *
     * @param latest latest day of help; absent without records
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberLine(
            MemberId member, long assistances, @Nullable LocalDate latest) {}

    /**
     * @param days      {@code reporting} for the days of the team's report, {@code calendar} for those of the calendar quarter
     * @param otherDays those of the other choice of {@code days}; absent if they are the same
     * @param members   everybody who was a member on some day of the quarter
     * @param weeks     the team's records in the twelve weeks up to the end of the quarter, or up to today while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamActivity(
            TeamId team,
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            String days,
            @Nullable OtherDays otherDays,
            List<MemberLine> members,
            List<Week> weeks) {}

    /** Without {@code quarter}, the current quarter. */
    @Query(at = "/api/teams/{team}/activity", right = EndpointRight.RECORDS, of = "team")
    TeamActivity activity(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days) {
        long asOf = asked.asOf();
        TeamCard card = teams.requireKnown(team, asOf);
        LocalDate now = asked.today();
        UnitQuarter wanted = periods.of(IdKind.TEAM, team, quarter, days, now, asOf);
        MemberWork.Work done = work.of(
                card.members().stream()
                        .map(membership -> membership.member().value())
                        .toList(),
                wanted.days(),
                now,
                asOf);
        return new TeamActivity(
                new TeamId(team),
                wanted.quarter().toString(),
                wanted.firstDay(),
                wanted.lastDay(),
                wanted.chosen().text(),
                wanted.other(),
                card.members().stream()
                        .filter(membership -> isOf(wanted.days(), membership))
                        .map(membership -> membership.member().value())
                        .distinct()
                        .map(member -> new MemberLine(
                                new MemberId(member), done.of(member).size(), done.latest(member)))
                        .toList(),
                done.weeks(line -> line.team().value().equals(team)));
    }

    private static boolean isOf(QuarterDays days, MembershipState membership) {
        return !membership.from().isAfter(days.lastDay())
                && (membership.until() == null || !membership.until().isBefore(days.firstDay()));
    }
}
