package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.projection.Documents;
import vn.soto.projection.IdList;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.correction.LeftBehind.Hit;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.web.Language;

/** Answers queries about records that have to be corrected. */
@RestController
final class CorrectionEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);
    private static final Comparator<CorrectionView> LATEST_FIRST = Comparator.comparingLong(CorrectionView::commit)
            .reversed()
            .thenComparing(CorrectionView::team)
            .thenComparing(CorrectionView::day)
            .thenComparing(CorrectionView::record);

    private final QueryExecutor queries;
    private final Documents documents;
    private final QuerySettings settings;

    CorrectionEndpoint(QueryExecutor queries, Documents documents, QuerySettings settings) {
        this.queries = queries;
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * @param total number of records over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            int total, List<CorrectionView> records, @Nullable Integer next) {}

    /**
     * Lists the records of help, outreach, training and assignment that a later change left behind and that were neither
     * corrected nor voided since, those left behind last first; of one team, or of all.
     */
    @GetMapping("/api/corrections")
    Mono<QueryAnswer<Page>> corrections(
            QueryContext context,
            @RequestParam Optional<String> team,
            @RequestParam Optional<RestingKind> kind,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return queries.answer(context, asOf -> {
            List<CorrectionView> all = find(team, asOf, language)
                    .filter(view -> kind.isEmpty() || kind.get() == view.kind())
                    .sorted(LATEST_FIRST)
                    .toList();
            return new Page(
                    all.size(),
                    all.stream().skip(first).limit(most).toList(),
                    first + most < all.size() ? first + most : null);
        });
    }

    private Stream<CorrectionView> find(Optional<String> team, long asOf, Locale language) {
        List<String> teams = team.map(List::of)
                .orElseGet(() -> IdList.find(RecordJudge.TEAMS, RecordJudge.ALL, documents));
        return documents.find(LeftBehind.KIND, teams).values().stream()
                .flatMap(left -> byRecord(left, asOf).stream()
                        .map(hits -> CorrectionView.of(left.id(), hits, language)));
    }

    private static Collection<List<Hit>> byRecord(LeftBehind left, long asOf) {
        Map<String, List<Hit>> byRecord = left.hits().stream()
                .filter(hit -> hit.openAsOf(asOf))
                .collect(Collectors.groupingBy(
                        hit -> hit.kind() + " " + hit.record(), LinkedHashMap::new, Collectors.toList()));
        return byRecord.values();
    }
}
