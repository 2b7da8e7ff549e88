package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Dashboards.Sight;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers of which events a figure of a dashboard is made. */
@RestController
final class UnitFigureEndpoint {

    private static final int MOST_IN_A_TABLE = 5_000;
    private static final Range FROM = new Range("from", 0, 10_000_000);

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final UnitEvidence evidence;
    private final Catalogues catalogues;
    private final UnitPeriods periods;
    private final Today today;
    private final QuerySettings settings;

    UnitFigureEndpoint(
            QueryExecutor queries,
            Dashboards dashboards,
            UnitEvidence evidence,
            Catalogues catalogues,
            UnitPeriods periods,
            Today today,
            QuerySettings settings) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.evidence = evidence;
        this.catalogues = catalogues;
        this.periods = periods;
        this.today = today;
        this.settings = settings;
    }

    /** The events behind the total of a unit's dashboard; {@code quarter}, {@code boundaries} and {@code days} as of the dashboard. */
    @Requires(value = EndpointRight.RECORDS, of = "unit")
    @GetMapping("/api/dashboards/{unit}/figures/{code}")
    Mono<QueryAnswer<UnitFigureView>> figure(
            QueryContext context,
            @PathVariable String unit,
            @PathVariable String code,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        int first = FROM.check(from).orElse(0L).intValue();
        int most = Range.limit(limit, settings);
        return answer(
                context, new FigureQuestion(unit, code, quarter, boundaries, days, first, most), Language.of(exchange));
    }

    /** The same as a table of its events, at most 5,000 entries from number {@code from} on. */
    @Requires(value = EndpointRight.RECORDS, of = "unit")
    @GetMapping(path = "/api/dashboards/{unit}/figures/{code}/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String unit,
            @PathVariable String code,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Long> from,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        int first = FROM.check(from).orElse(0L).intValue();
        return answer(
                        context,
                        new FigureQuestion(unit, code, quarter, boundaries, days, first, MOST_IN_A_TABLE),
                        language)
                .map(answer -> DashboardTable.ofFigure(answer, first, language)
                        .file(unit + "-" + answer.answer().quarter() + "-" + code));
    }

    private record FigureQuestion(
            String unit,
            String code,
            Optional<Quarter> quarter,
            Optional<Boundaries> boundaries,
            Optional<DaysOfQuarter> days,
            int from,
            int most) {}

    private Mono<QueryAnswer<UnitFigureView>> answer(QueryContext context, FigureQuestion asked, Locale language) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            UnitQuarter quarter = periods.of(asked.unit, asked.quarter, asked.days, day, asOf);
            Sight sight = dashboards
                    .sight(asked.unit, quarter, asked.boundaries.orElse(Boundaries.AS_WAS), asOf, day)
                    .orElseThrow(() -> QueryProblemException.absent("unit", asked.unit));
            if (!isKnown(asked.code, sight.dashboard(), asOf)) {
                throw QueryProblemException.absent("figure", asked.code);
            }
            UnitEvidence.Question question =
                    new UnitEvidence.Question(sight, asked.code, asOf, asked.from, asked.most, language);
            return view(sight, asked.code, evidence.page(question), asked.from, language);
        });
    }

    private boolean isKnown(String code, Dashboard dashboard, long asOf) {
        String service = code.startsWith(UnitFigures.BY_SERVICE) ? code.substring(UnitFigures.BY_SERVICE.length()) : "";
        return service.isEmpty()
                ? UnitFigures.codes().contains(code)
                : dashboard.total().activity().byCode().containsKey(service)
                        || catalogues.on(dashboard.lastDay(), asOf).services().stream()
                                .anyMatch(known -> known.code().value().equals(service));
    }

    private static UnitFigureView view(Sight sight, String code, UnitEvidence.Page page, int from, Locale language) {
        Dashboard dashboard = sight.dashboard();
        int end = from + page.entries().size();
        return new UnitFigureView(
                dashboard.unit(),
                dashboard.quarter(),
                dashboard.firstDay(),
                dashboard.lastDay(),
                dashboard.boundaries(),
                dashboard.staffOn(),
                code,
                UnitFigures.of(code, dashboard.total()),
                page.counted(),
                page.entries(),
                !page.entries().isEmpty() && end < page.counted() ? end : null,
                IndicatorTexts.name(code, language),
                IndicatorTexts.unit(code, language),
                IndicatorTexts.definition(code, Indicators.VERSION, language));
    }
}
