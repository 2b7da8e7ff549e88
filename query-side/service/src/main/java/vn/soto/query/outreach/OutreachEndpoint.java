package vn.soto.query.outreach;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class OutreachEndpoint {

    private final QueryExecutor queries;
    private final Outreach outreach;
    private final Teams teams;
    private final SubjectPeriods periods;
    private final Today today;

    OutreachEndpoint(QueryExecutor queries, Outreach outreach, Teams teams, SubjectPeriods periods, Today today) {
        this.queries = queries;
        this.outreach = outreach;
        this.teams = teams;
        this.periods = periods;
        this.today = today;
    }

    /** Without {@code quarter}, the current quarter. */
    @Requires(value = EndpointRight.SUPPORT, of = "team")
    @GetMapping("/api/teams/{team}/outreach")
    Mono<QueryAnswer<ProgrammeView>> programme(
            QueryContext context,
            @PathVariable String team,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DaysOfQuarter> days) {
        return queries.answer(context, asOf -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            UnitQuarter asked = periods.of(IdKind.TEAM, team, quarter, days, today.of(context, asOf), asOf);
            return ProgrammeView.of(
                    team,
                    asked,
                    outreach.programmes(List.of(team), asked.days(), asOf),
                    outreach.groups(team, asked.lastDay(), asOf));
        });
    }

    @Requires(value = EndpointRight.SUPPORT, of = "session")
    @GetMapping("/api/outreach/{session}")
    Mono<QueryAnswer<SessionView>> session(QueryContext context, @PathVariable String session) {
        return queries.answer(
                context,
                asOf -> outreach.find(session, asOf)
                        .map(SessionView::of)
                        .orElseThrow(() -> QueryProblemException.absent("session", session)));
    }
}
