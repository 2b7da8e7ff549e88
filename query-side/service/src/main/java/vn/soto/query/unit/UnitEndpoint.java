package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryParameters;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;

@RestController
final class UnitEndpoint {

    private final QueryExecutor questions;
    private final Units units;
    private final Lineages lineages;
    private final Undecided undecided;
    private final Today today;

    UnitEndpoint(QueryExecutor questions, Units units, Lineages lineages, Undecided undecided, Today today) {
        this.questions = questions;
        this.units = units;
        this.lineages = lineages;
        this.undecided = undecided;
        this.today = today;
    }

    /** The provinces, or those units that bear {@code code}; on the day {@code on}, or today. */
    @GetMapping("/api/units")
    Mono<QueryAnswer<List<UnitLine>>> list(ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("on", "code"), this::list);
    }

    private List<UnitLine> list(QueryParameters parameters, long asOf) {
        LocalDate day = today.on(parameters, asOf);
        return parameters
                .text("code")
                .map(code -> units.bearers(code, day, asOf))
                .orElseGet(() -> units.top(day, asOf))
                .stream()
                .map(UnitLine::of)
                .toList();
    }

    @GetMapping("/api/units/{unit}")
    Mono<QueryAnswer<UnitView>> unit(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(exchange, List.of("on"), (parameters, asOf) -> {
            LocalDate day = today.on(parameters, asOf);
            UnitOnDay found = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
            return UnitView.of(found, day, units.children(unit, day, asOf), lineages.of(found.unit(), asOf), asOf);
        });
    }

    /** What a split or an end without successor has left undecided in the unit, or may still bring to it. */
    @GetMapping("/api/units/{unit}/undecided")
    Mono<QueryAnswer<UndecidedView>> undecided(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of("on"),
                (parameters, asOf) -> undecided
                        .find(unit, today.on(parameters, asOf), asOf)
                        .orElseThrow(() -> QueryProblemException.absent("unit", unit)));
    }
}
