package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.period.UnitPeriods;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers what detectors look for, and what they point to. */
@RestController
final class DetectionEndpoint {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    private final QueryExecutor queries;
    private final Findings findings;
    private final UnitPeriods periods;
    private final Today today;
    private final QuerySettings settings;

    DetectionEndpoint(
            QueryExecutor queries, Findings findings, UnitPeriods periods, Today today, QuerySettings settings) {
        this.queries = queries;
        this.findings = findings;
        this.periods = periods;
        this.today = today;
        this.settings = settings;
    }

    /** The detectors by their present versions; no ledger changes them. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/detectors")
    Mono<QueryAnswer<List<DetectorView>>> detectors(QueryContext context, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> DetectorView.all(language));
    }

    /**
     * What detectors point to in a quarter of a unit: records that somebody should look at, which may all be right. Without
     * {@code quarter}, the current quarter; without {@code detector}, of all detectors.
     */
    @Requires(value = EndpointRight.FINDINGS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/findings")
    Mono<QueryAnswer<FindingsView>> findings(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DetectorCode> detector,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            QuarterDays days = findings.daysIn(
                    unit, periods.of(unit, quarter, Optional.empty(), day, asOf).quarter(), asOf);
            return FindingsView.of(unit, days, findings.in(unit, days, detector, day, asOf), first, most, language);
        });
    }

    /** One finding with its evidence. It is absent as of a commit at which the records did not show the pattern. */
    @Requires(value = EndpointRight.FINDINGS, of = "finding")
    @GetMapping("/api/findings/{finding}")
    Mono<QueryAnswer<FindingView>> finding(
            QueryContext context,
            @PathVariable String finding,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return queries.answer(
                context,
                asOf -> FindingId.parse(finding)
                        .flatMap(id -> findings.daysOf(id, asOf)
                                .flatMap(days -> findings.find(id, days, asOf)
                                        .map(found -> FindingView.of(found, days, first, most, language))))
                        .orElseThrow(() -> QueryProblemException.absent("finding", finding)));
    }
}
