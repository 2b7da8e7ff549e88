package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers queries about records that have to be corrected. */
@RestController
final class CorrectionEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    private final QueryExecutor queries;
    private final RecordsToCorrect records;
    private final Teams teams;
    private final QuerySettings settings;

    CorrectionEndpoint(QueryExecutor queries, RecordsToCorrect records, Teams teams, QuerySettings settings) {
        this.queries = queries;
        this.teams = teams;
        this.records = records;
        this.settings = settings;
    }

    /**
     * @param total number of records over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            int total,
            List<CorrectionView> records,
            @Nullable Integer next) {}

    /**
     * Lists the records of help, outreach, training and assignment that a later change left behind and that were neither
     * corrected nor voided since, those left behind last first; of one team, or of all that the reader reaches.
     */
    @Requires(value = EndpointRight.RECORDS, of = "team")
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
            if (team.isPresent() && teams.find(team.get(), asOf).isEmpty()) {
                throw QueryProblemException.absent("team", team.get());
            }
            List<CorrectionView> all = seen(records.find(team, asOf, language)).stream()
                    .filter(view -> kind.isEmpty() || kind.get() == view.kind())
                    .toList();
            return new Page(
                    all.size(),
                    all.stream()
                            .skip(first)
                            .limit(most)
                            .map(CorrectionView::asSeen)
                            .toList(),
                    first + most < all.size() ? first + most : null);
        });
    }

    private static List<CorrectionView> seen(List<CorrectionView> all) {
        Set<String> teams = Reader.current()
                .reached(
                        EndpointRight.RECORDS,
                        IdKind.TEAM,
                        all.stream().map(CorrectionView::team).distinct().toList());
        return all.stream().filter(view -> teams.contains(view.team())).toList();
    }
}
