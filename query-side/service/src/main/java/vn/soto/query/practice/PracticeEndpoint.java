package vn.soto.query.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.Audience;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.practice.PracticeView.PracticePage;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers which good models there are, who takes them up, and what the figures of those are. */
@RestController
final class PracticeEndpoint {

    private static final Range FROM = new Range("from", 0, Integer.MAX_VALUE);

    private final QueryExecutor queries;
    private final Practices practices;
    private final PracticeViews views;
    private final FollowedQuarters followed;
    private final QuerySettings settings;
    private final Today today;

    PracticeEndpoint(
            QueryExecutor queries,
            Practices practices,
            PracticeViews views,
            FollowedQuarters followed,
            QuerySettings settings,
            Today today) {
        this.queries = queries;
        this.practices = practices;
        this.views = views;
        this.followed = followed;
        this.settings = settings;
        this.today = today;
    }

    /** All good models, the latest first, from {@code from} on. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/practices")
    Mono<QueryAnswer<PracticePage>> all(
            QueryContext context, @RequestParam Optional<Long> from, @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return queries.answer(context, asOf -> {
            List<Map.Entry<String, PracticeHistory>> found = practices.ids().stream()
                    .flatMap(id -> practices.find(id, asOf).map(known -> Map.entry(id, known)).stream())
                    .skip(first)
                    .limit(most + 1L)
                    .toList();
            return new PracticePage(
                    found.stream()
                            .limit(most)
                            .map(each -> PracticeViews.summary(each.getKey(), each.getValue()))
                            .toList(),
                    found.size() > most ? (Integer) (first + most) : null);
        });
    }

    /** A good model with who recommended it and who took it up. */
    @Requires(value = EndpointRight.REFERENCE, of = "practice")
    @GetMapping("/api/practices/{practice}")
    Mono<QueryAnswer<PracticeView>> practice(
            QueryContext context, Viewer viewer, @PathVariable String practice, ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        return queries.answer(context, asOf -> views.view(practice, find(practice, asOf), audience));
    }

    /** The figures of a team before it took the good model up and since, by quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "team")
    @GetMapping("/api/practices/{practice}/followers/{team}")
    Mono<QueryAnswer<FollowerView>> follower(
            QueryContext context,
            @PathVariable String practice,
            @PathVariable String team,
            ServerWebExchange exchange) {
        return queries.answer(context, asOf -> Stream.of(find(practice, asOf))
                .flatMap(known -> known.following(team).stream())
                .map(following -> followed.view(
                        practice, following, today.of(context, asOf), asOf, Language.of(exchange)))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.absent("follower", team)));
    }

    private PracticeHistory find(String practice, long asOf) {
        return practices.find(practice, asOf).orElseThrow(() -> QueryProblemException.absent("practice", practice));
    }
}
