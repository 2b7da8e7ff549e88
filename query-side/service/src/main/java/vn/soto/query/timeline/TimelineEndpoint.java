package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Teams;

@RestController
final class TimelineEndpoint {

    private final QueryExecutor questions;
    private final Entries entries;
    private final Teams teams;
    private final QuerySettings settings;

    TimelineEndpoint(QueryExecutor questions, Entries entries, Teams teams, QuerySettings settings) {
        this.questions = questions;
        this.entries = entries;
        this.teams = teams;
        this.settings = settings;
    }

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(String team, List<Entry> entries, @Nullable Long next) {}

    /** Everything that concerns the team from position {@code from} on, oldest first. */
    @GetMapping("/api/teams/{team}/timeline")
    Mono<QueryAnswer<Page>> timeline(@PathVariable String team, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("from", "limit"), (parameters, asOf) -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            long from = parameters.number("from", 0, 0, Long.MAX_VALUE);
            int limit = (int) parameters.number("limit", Math.min(50, settings.pageLimit()), 1, settings.pageLimit());
            List<Entry> found = entries.page(team, from, limit + 1, asOf);
            return found.size() > limit
                    ? new Page(team, found.subList(0, limit), found.get(limit).position())
                    : new Page(team, found, null);
        });
    }
}
