package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.List;
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
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.target.UnitGoals;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class DashboardEndpoint {

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final QuarterCalendar calendar;
    private final Today today;
    private final UnitGoals targets;

    DashboardEndpoint(
            QueryExecutor queries, Dashboards dashboards, QuarterCalendar calendar, Today today, UnitGoals targets) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.calendar = calendar;
        this.today = today;
        this.targets = targets;
    }

    /** Without {@code quarter}, that of {@link Today}; without {@code boundaries}, in the units of the quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/dashboards/{unit}")
    Mono<QueryAnswer<Dashboard>> dashboard(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            ServerWebExchange exchange) {
        return answer(context, unit, quarter, boundaries, Language.of(exchange));
    }

    /** The same as a table. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping(path = "/api/dashboards/{unit}/table.csv", produces = "text/csv")
    Mono<ResponseEntity<byte[]>> table(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return answer(context, unit, quarter, boundaries, language)
                .map(answer -> DashboardTable.of(answer, language)
                        .file(unit + "-" + answer.answer().quarter()));
    }

    private Mono<QueryAnswer<Dashboard>> answer(
            QueryContext context,
            String unit,
            Optional<Quarter> quarter,
            Optional<Boundaries> boundaries,
            Locale language) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked = quarter.orElseGet(() -> calendar.of(day));
            return dashboards
                    .find(unit, asked, boundaries.orElse(Boundaries.AS_WAS), asOf, day)
                    .map(found -> found.with(progress(found, asked, asOf, language)))
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        });
    }

    private List<GoalProgress> progress(Dashboard dashboard, Quarter quarter, long asOf, Locale language) {
        return targets.goals(dashboard.unit().unit(), quarter, asOf).entrySet().stream()
                .map(goal -> GoalProgress.of(goal.getKey(), goal.getValue(), dashboard.total(), language))
                .toList();
    }
}
