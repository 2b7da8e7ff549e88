package vn.soto.query.report;

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
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.period.UnitPeriods;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers where the reports of a unit for a quarter stand: of its teams, and of the units below it. */
@RestController
final class UnitReportsEndpoint {

    private final QueryExecutor queries;
    private final ReportProgress progress;
    private final UnitPeriods periods;
    private final Today today;
    private final QuerySettings settings;

    UnitReportsEndpoint(
            QueryExecutor queries, ReportProgress progress, UnitPeriods periods, Today today, QuerySettings settings) {
        this.queries = queries;
        this.progress = progress;
        this.periods = periods;
        this.today = today;
        this.settings = settings;
    }

    /**
     * Without {@code quarter}, the current quarter.
     *
     * @param from number of the first team's report on the page, counted from 0
     */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/reports")
    Mono<QueryAnswer<UnitReportsView>> reports(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return answer(context, unit, quarter, ListedPage.Bounds.of(from, limit, settings));
    }

    /** The reports of the teams as a table: which are late and which are missing. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping(path = "/api/units/{unit}/reports/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return answer(context, unit, quarter, ListedPage.Bounds.all())
                .map(answer -> ReportsTable.of(answer, language)
                        .file(unit + "-" + answer.answer().quarter()));
    }

    private Mono<QueryAnswer<UnitReportsView>> answer(
            QueryContext context, String unit, Optional<Quarter> quarter, ListedPage.Bounds shown) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked =
                    periods.of(unit, quarter, Optional.empty(), day, asOf).quarter();
            return progress.of(progress.area(unit, asked, day, asOf), shown);
        });
    }
}
