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

    UnitReportsEndpoint(QueryExecutor queries, ReportProgress progress, UnitPeriods periods, Today today) {
        this.queries = queries;
        this.progress = progress;
        this.periods = periods;
        this.today = today;
    }

    /** Without {@code quarter}, the current quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/reports")
    Mono<QueryAnswer<UnitReportsView>> reports(
            QueryContext context, @PathVariable String unit, @RequestParam Optional<Quarter> quarter) {
        return answer(context, unit, quarter);
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
        return answer(context, unit, quarter)
                .map(answer -> ReportsTable.of(answer, language)
                        .file(unit + "-" + answer.answer().quarter()));
    }

    private Mono<QueryAnswer<UnitReportsView>> answer(QueryContext context, String unit, Optional<Quarter> quarter) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked =
                    periods.of(unit, quarter, Optional.empty(), day, asOf).quarter();
            return progress.of(unit, asked, day, asOf);
        });
    }
}
