package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Viewer;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class TimelineEndpoint {

    private final QueryExecutor queries;
    private final Entries entries;
    private final Teams teams;
    private final QuerySettings settings;

    TimelineEndpoint(QueryExecutor queries, Entries entries, Teams teams, QuerySettings settings) {
        this.queries = queries;
        this.entries = entries;
        this.teams = teams;
        this.settings = settings;
    }

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(String team, List<Entry> entries, @Nullable Long next) {}

    /** The events of a team from position {@code from} on, oldest first. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/timeline")
    Mono<QueryAnswer<Page>> timeline(
            QueryContext context,
            @PathVariable String team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return Viewer.of(exchange)
                .flatMap(viewer -> queries.answer(context, asOf -> {
                    if (teams.find(team, asOf).isEmpty()) {
                        throw QueryProblemException.absent("team", team);
                    }
                    int most = Range.limit(limit, settings);
                    List<Entry> found =
                            entries.page(team, Range.FROM.check(from).orElse(0L), most + 1, asOf, viewer, language);
                    return found.size() > most
                            ? new Page(
                                    team,
                                    found.subList(0, most),
                                    found.get(most).position())
                            : new Page(team, found, null);
                }));
    }
}
