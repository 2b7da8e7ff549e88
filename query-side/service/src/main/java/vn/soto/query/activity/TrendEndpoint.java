package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.activity.Trend.InQuarter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers how a unit's figures went on from quarter to quarter, such as from home visits to channels of the network. */
@RestController
final class TrendEndpoint {

    private static final long USUAL = 5;
    private static final Range QUARTERS = new Range("n", 1, 12);

    private final QueryExecutor queries;
    private final Dashboards dashboards;
    private final Units units;
    private final QuarterCalendar calendar;
    private final Today today;

    TrendEndpoint(QueryExecutor queries, Dashboards dashboards, Units units, QuarterCalendar calendar, Today today) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.units = units;
        this.calendar = calendar;
        this.today = today;
    }

    /** The {@code n} quarters up to {@code to}, each as its dashboard has it; without {@code to}, up to the current one. */
    @Requires(EndpointRight.SUMS)
    @GetMapping("/api/dashboards/{unit}/trend")
    Mono<QueryAnswer<Trend>> trend(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> to,
            @RequestParam Optional<Long> n,
            @RequestParam Optional<Boundaries> boundaries) {
        long most = QUARTERS.check(n).orElse(USUAL);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            UnitLine line = units.find(unit, day, asOf)
                    .map(UnitLine::of)
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
            Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
            List<InQuarter> quarters = new ArrayList<>();
            Quarter each = to.orElseGet(() -> calendar.of(day));
            quarters.addFirst(quarter(unit, each, chosen, asOf, day));
            while (quarters.size() < most && !each.isFirst()) {
                each = each.previous();
                quarters.addFirst(quarter(unit, each, chosen, asOf, day));
            }
            return new Trend(line, chosen.text(), quarters);
        });
    }

    private InQuarter quarter(String unit, Quarter quarter, Boundaries boundaries, long asOf, LocalDate day) {
        Optional<Dashboard> found = dashboards.find(unit, quarter, boundaries, asOf, day);
        return new InQuarter(
                quarter.toString(),
                calendar.firstDay(quarter),
                calendar.lastDay(quarter),
                found.isPresent() ? found.get().staffOn() : null,
                found.isPresent() ? found.get().total() : null);
    }
}
