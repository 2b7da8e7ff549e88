package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.soto.query.practice.TeamPracticesView.FollowedPractice;
import vn.soto.query.practice.TeamPracticesView.OwnPractice;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers which good models there are, who takes them up, and what the figures of those are. */
@RestController
final class PracticeEndpoint {

    private static final Range FROM = new Range("from", 0, Integer.MAX_VALUE);

    private static final int MOST_FOLLOWED = 10;

    private final QueryExecutor queries;
    private final Practices practices;
    private final Teams teams;
    private final PracticeViews views;
    private final FollowedQuarters followed;
    private final QuerySettings settings;
    private final Today today;

    PracticeEndpoint(
            QueryExecutor queries,
            Practices practices,
            Teams teams,
            PracticeViews views,
            FollowedQuarters followed,
            QuerySettings settings,
            Today today) {
        this.queries = queries;
        this.practices = practices;
        this.teams = teams;
        this.views = views;
        this.followed = followed;
        this.settings = settings;
        this.today = today;
    }

    /** All good models, the latest first, from {@code from} on. */
    @Requires(EndpointRight.FIGURES)
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
    @Requires(value = EndpointRight.FIGURES, of = "practice")
    @GetMapping("/api/practices/{practice}")
    Mono<QueryAnswer<PracticeView>> practice(
            QueryContext context, Viewer viewer, @PathVariable String practice, ServerWebExchange exchange) {
        Audience audience = new Audience(viewer, Language.of(exchange));
        return queries.answer(context, asOf -> views.view(practice, find(practice, asOf), audience));
    }

    /** The good models of a team, and its figures before it took others up and since, by quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "team")
    @GetMapping("/api/teams/{team}/practices")
    Mono<QueryAnswer<TeamPracticesView>> ofTeam(
            QueryContext context, @PathVariable String team, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> {
            if (teams.find(team, asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team);
            }
            LocalDate day = today.of(context, asOf);
            Map<String, PracticeHistory> known = new LinkedHashMap<>();
            practices.of(team).forEach(id -> practices.find(id, asOf).ifPresent(found -> known.put(id, found)));
            return new TeamPracticesView(
                    team,
                    PracticeTexts.caution(language),
                    known.entrySet().stream()
                            .filter(each -> each.getValue().team().value().equals(team))
                            .map(each -> new OwnPractice(each.getKey(), title(each.getValue())))
                            .toList(),
                    known.entrySet().stream()
                            .flatMap(each -> each.getValue().following(team).stream()
                                    .map(following -> new FollowedPractice(
                                            each.getKey(),
                                            title(each.getValue()),
                                            each.getValue().team().value(),
                                            following.since(),
                                            following.until(),
                                            followed.of(following, day, asOf, language))))
                            .limit(MOST_FOLLOWED)
                            .toList());
        });
    }

    private static String title(PracticeHistory known) {
        return known.latest().stated().title();
    }

    private PracticeHistory find(String practice, long asOf) {
        return practices.find(practice, asOf).orElseThrow(() -> QueryProblemException.absent("practice", practice));
    }
}
