package vn.soto.query.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;
import vn.soto.web.Requires;

/** Answers searches. */
@RestController
final class SearchEndpoint {

    private static final int LONGEST = 100;

    /** What is indexed and what is found by its id. People are not among them. */
    private static final Set<IdKind> KINDS = Set.copyOf(EnumSet.of(
            IdKind.UNIT,
            IdKind.TEAM,
            IdKind.ORGANISATION,
            IdKind.HOUSEHOLD,
            IdKind.BUSINESS,
            IdKind.ASSISTANCE,
            IdKind.REQUEST,
            IdKind.SESSION,
            IdKind.TRAINING,
            IdKind.PLAN));

    private final QueryExecutor queries;
    private final Search search;
    private final Projections projections;
    private final Today today;
    private final QuerySettings settings;

    SearchEndpoint(QueryExecutor queries, Search search, Projections projections, Today today, QuerySettings settings) {
        this.queries = queries;
        this.search = search;
        this.projections = projections;
        this.today = today;
        this.settings = settings;
    }

    /**
     * Finds units, teams, organisations, households and businesses by names, codes, references and ids, and records by
     * their ids, best first; names with or without accents, by the beginnings of their words, former ones with their days.
     * People are never found. {@code kinds} are those of the ids in links, separated by commas.
     */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/search")
    Mono<QueryAnswer<SearchAnswer>> search(
            QueryContext context,
            @RequestParam String q,
            @RequestParam Optional<String> kinds,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> limit) {
        return queries.answerAnew(context, asOf -> {
            Set<IdKind> wanted = kinds.map(SearchEndpoint::kinds).orElse(KINDS);
            LocalDate day = today.on(on, context, asOf);
            long indexed = indexed(context);
            Search.Found found = search.find(checked(q), wanted, day, Range.limit(limit, settings), asOf);
            return new SearchAnswer(q, day, found.hits(), found.more(), indexed);
        });
    }

    /** Waits for the commit that the query names; says how far the index is, in any case. */
    private long indexed(QueryContext context) {
        Projection index = projections.named(SearchProjector.NAME).orElseThrow();
        Projections.await(index, context.atLeast(), settings.readYourWritesTimeout());
        return index.folded().number();
    }

    private static String checked(String q) {
        if (q.length() > LONGEST || FoldedText.of(q).words().isEmpty()) {
            throw QueryProblemException.malformed("q", q);
        }
        return q;
    }

    private static Set<IdKind> kinds(String text) {
        try {
            Set<IdKind> kinds = EnumSet.noneOf(IdKind.class);
            Arrays.stream(text.split(",", -1)).map(IdKind::parse).forEach(kinds::add);
            if (KINDS.containsAll(kinds)) {
                return kinds;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw QueryProblemException.malformed(
                "kinds", text, KINDS.stream().sorted().toList());
    }
}
