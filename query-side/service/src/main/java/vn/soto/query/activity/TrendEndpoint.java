package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Trend.InQuarter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
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
    private final UnitPeriods periods;
    private final Today today;

    TrendEndpoint(QueryExecutor queries, Dashboards dashboards, Units units, UnitPeriods periods, Today today) {
        this.queries = queries;
        this.dashboards = dashboards;
        this.units = units;
        this.periods = periods;
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
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days) {
        long most = QUARTERS.check(n).orElse(USUAL);
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            UnitLine line = units.find(unit, day, asOf)
                    .map(UnitLine::of)
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
            Boundaries chosen = boundaries.orElse(Boundaries.AS_WAS);
            List<InQuarter> quarters = new ArrayList<>();
            UnitQuarter last = periods.of(unit, to, days, day, asOf);
            Function<Quarter, UnitQuarter> known = periods.quarters(unit, last.chosen(), asOf);
            Function<UnitQuarter, Optional<Dashboards.Total>> totals = dashboards.totals(unit, chosen, asOf, day);
            Quarter each = last.quarter();
            quarters.addFirst(quarter(last, totals.apply(last)));
            while (quarters.size() < most && !each.isFirst()) {
                each = each.previous();
                UnitQuarter earlier = known.apply(each);
                quarters.addFirst(quarter(earlier, totals.apply(earlier)));
            }
            return new Trend(line, chosen.text(), last.chosen().text(), quarters);
        });
    }

    private static InQuarter quarter(UnitQuarter quarter, Optional<Dashboards.Total> found) {
        return new InQuarter(
                quarter.quarter().toString(),
                quarter.firstDay(),
                quarter.lastDay(),
                quarter.other(),
                found.isPresent() ? found.get().staffOn() : null,
                found.isPresent() ? found.get().figures() : null);
    }
}
