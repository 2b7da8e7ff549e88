package vn.soto.query.team;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.Audience;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Viewer;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what became different about a team between two commits, and by which events. */
@RestController
final class CardChangesEndpoint {

    private final QueryExecutor queries;
    private final Teams teams;
    private final CardHistory history;

    CardChangesEndpoint(QueryExecutor queries, Teams teams, CardHistory history) {
        this.queries = queries;
        this.teams = teams;
        this.history = history;
    }

    /**
     * @param from    commit before which nothing is compared: the card as it was after it
     * @param changes the fields that differ, whatever day they hold from
     */
    record Changes(String team, long from, long to, List<CardChange> changes) {}

    /** Without {@code to} up to the answer's commit; without {@code from} what {@code to} alone changed, which is one step of a history. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/changes")
    Mono<QueryAnswer<Changes>> changes(
            QueryContext context,
            Viewer viewer,
            @PathVariable String team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> to,
            ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        return queries.answer(context, asOf -> {
            new Range("from", 0, asOf).check(from);
            long last = new Range("to", from.orElse(1L), asOf).check(to).orElse(asOf);
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            long first = from.orElse(Math.max(0, last - 1));
            return new Changes(team, first, last, history.between(team, first, last, audience));
        });
    }
}
