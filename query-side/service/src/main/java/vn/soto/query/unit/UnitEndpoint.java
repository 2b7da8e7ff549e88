package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.http.Answer;
import vn.soto.query.http.Questions;
import vn.soto.query.http.Refusal;

@RestController
final class UnitEndpoint {

    private final Questions questions;
    private final Units units;

    UnitEndpoint(Questions questions, Units units) {
        this.questions = questions;
        this.units = units;
    }

    /** @param children by name */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(
            String unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable String parent,
            String instrument,
            LocalDate signedOn,
            LocalDate effectiveFrom,
            List<UnitLine> children) {}

    /** The provinces. */
    @GetMapping("/api/units")
    Mono<Answer<List<UnitLine>>> top(ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> units.top(asOf).stream().map(UnitLine::of).toList());
    }

    @GetMapping("/api/units/{unit}")
    Mono<Answer<UnitView>> unit(@PathVariable String unit, ServerWebExchange exchange) {
        return questions.answer(
                exchange,
                List.of(),
                (parameters, asOf) -> units.find(unit, asOf)
                        .map(found -> view(found, units.children(unit, asOf)))
                        .orElseThrow(() -> Refusal.absent("unit", unit)));
    }

    private static UnitView view(Unit unit, List<Unit> children) {
        return new UnitView(
                unit.id(),
                unit.kind(),
                unit.name(),
                unit.officialCode(),
                unit.parent(),
                unit.instrument(),
                unit.signedOn(),
                unit.effectiveFrom(),
                children.stream().map(UnitLine::of).toList());
    }
}
