package vn.soto.query.activity;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class DashboardEndpoint {

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final QuarterCalendar calendar;
    private final Today today;

    DashboardEndpoint(QueryExecutor queries, Dashboards dashboards, QuarterCalendar calendar, Today today) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.calendar = calendar;
        this.today = today;
    }

    /** Without {@code quarter}, that of {@link Today}; without {@code boundaries}, in the units of the quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/dashboards/{unit}")
    Mono<QueryAnswer<Dashboard>> dashboard(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries) {
        return queries.answer(
                context,
                asOf -> dashboards
                        .find(
                                unit,
                                quarter.orElseGet(() -> calendar.of(today.of(context, asOf))),
                                boundaries.orElse(Boundaries.AS_WAS),
                                asOf,
                                today.of(context, asOf))
                        .orElseThrow(() -> QueryProblemException.absent("unit", unit)));
    }
}
