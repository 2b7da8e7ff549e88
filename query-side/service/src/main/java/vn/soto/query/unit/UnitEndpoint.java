package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

@RestController
final class UnitEndpoint {

    private final QueryExecutor queries;
    private final Units units;
    private final Lineages lineages;
    private final Undecided undecided;
    private final Today today;

    UnitEndpoint(QueryExecutor queries, Units units, Lineages lineages, Undecided undecided, Today today) {
        this.queries = queries;
        this.units = units;
        this.lineages = lineages;
        this.undecided = undecided;
        this.today = today;
    }

    /** Lists the provinces, or the units with {@code code}, on the day {@code on}, or today. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/units")
    Mono<QueryAnswer<List<UnitLine>>> list(
            QueryContext context, @RequestParam Optional<LocalDate> on, @RequestParam Optional<String> code) {
        return queries.answer(context, asOf -> list(today.on(on, context, asOf), code, asOf));
    }

    private List<UnitLine> list(LocalDate day, Optional<String> code, long asOf) {
        return code.map(borne -> units.bearers(borne, day, asOf)).orElseGet(() -> units.top(day, asOf)).stream()
                .map(UnitLine::of)
                .toList();
    }

    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/units/{unit}")
    Mono<QueryAnswer<UnitView>> unit(
            QueryContext context, @PathVariable String unit, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.on(on, context, asOf);
            UnitOnDay found = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
            return UnitView.of(
                    found,
                    day,
                    units.ancestors(found, day, asOf),
                    units.children(unit, day, asOf),
                    lineages.of(found.unit(), asOf),
                    asOf);
        });
    }

    /** Lists the undecided contents of a split or an end without successor that are in the unit or may come to it. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/undecided")
    Mono<QueryAnswer<UndecidedView>> undecided(
            QueryContext context, @PathVariable String unit, @RequestParam Optional<LocalDate> on) {
        return queries.answer(
                context,
                asOf -> undecided
                        .find(unit, today.on(on, context, asOf), asOf)
                        .orElseThrow(() -> QueryProblemException.absent("unit", unit)));
    }
}
