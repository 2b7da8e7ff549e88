package vn.soto.query.outreach;

import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Teams;

@RestController
final class OutreachEndpoint {

    private final QueryExecutor questions;
    private final Outreach outreach;
    private final Teams teams;
    private final QuarterCalendar calendar;
    private final Clock clock;

    OutreachEndpoint(QueryExecutor questions, Outreach outreach, Teams teams, QuarterCalendar calendar, Clock clock) {
        this.questions = questions;
        this.outreach = outreach;
        this.teams = teams;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Without {@code quarter}, the present one. */
    @GetMapping("/api/teams/{team}/outreach")
    Mono<QueryAnswer<ProgrammeView>> programme(@PathVariable String team, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("quarter"), (parameters, asOf) -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            Quarter quarter = parameters.value("quarter", Quarter::parse).orElseGet(() -> calendar.of(clock.instant()));
            return ProgrammeView.of(
                    team, quarter, outreach.programme(team, quarter, asOf), outreach.groups(team, quarter, asOf));
        });
    }

    @GetMapping("/api/outreach/{session}")
    Mono<QueryAnswer<SessionView>> session(@PathVariable String session, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> outreach.find(session, asOf)
                        .map(SessionView::of)
                        .orElseThrow(() -> QueryProblemException.absent("session", session)));
    }
}
