package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.timeline.Week;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitRollUps;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers how much help was given in a unit week by week. */
@RestController
final class UnitWeeksEndpoint {

    private final QueryExecutor queries;
    private final UnitRollUps territories;
    private final CountedHelp counted;
    private final Today today;

    UnitWeeksEndpoint(QueryExecutor queries, UnitRollUps territories, CountedHelp counted, Today today) {
        this.queries = queries;
        this.territories = territories;
        this.counted = counted;
        this.today = today;
    }

    /** @param weeks records of help in what lies in the unit on the last day; the last week is that of this day */
    record UnitWeeks(UnitLine unit, LocalDate firstDay, LocalDate lastDay, List<Week> weeks) {}

    /** The twelve weeks up to today. */
    @Requires(EndpointRight.SUMS)
    @GetMapping("/api/dashboards/{unit}/weeks")
    Mono<QueryAnswer<UnitWeeks>> weeks(QueryContext context, @PathVariable String unit) {
        return queries.answer(context, asOf -> {
            LocalDate last = today.of(context, asOf);
            LocalDate first = Week.first(last);
            return territories
                    .find(unit, Boundaries.AS_NOW, last, last, asOf)
                    .map(territory -> new UnitWeeks(
                            UnitLine.of(territory.unit()),
                            first,
                            last,
                            Week.latest(
                                    counted.between(territory, first, last, asOf).values().stream()
                                            .map(row -> LocalDate.ofEpochDay(Objects.requireNonNull(row.day())))
                                            .toList(),
                                    last)))
                    .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        });
    }
}
