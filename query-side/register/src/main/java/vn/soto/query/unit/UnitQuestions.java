package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.unit.UnitStage;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.web.EndpointRight;

@RestController
record UnitQuestions(Units units, Lineages lineages, Undecided undecided, List<UnitUse> uses) {

    /** Lists the provinces, or the units with {@code code}, on the day {@code on}, or today. */
    @Query(at = "/api/units", right = EndpointRight.REFERENCE)
    List<UnitLine> list(Asked asked, @RequestParam Optional<LocalDate> on, @RequestParam Optional<String> code) {
        return list(asked.on(on), code, asked.asOf());
    }

    private List<UnitLine> list(LocalDate day, Optional<String> code, long asOf) {
        return code.map(borne -> units.bearers(borne, day, asOf)).orElseGet(() -> units.top(day, asOf)).stream()
                .map(UnitLine::of)
                .toList();
    }

    @Query(at = "/api/units/{unit}", right = EndpointRight.REFERENCE)
    UnitView unit(Asked asked, @PathVariable String unit, @RequestParam Optional<LocalDate> on) {
        long asOf = asked.asOf();
        LocalDate day = asked.on(on);
        UnitOnDay found = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        List<UnitOnDay> children = units.children(unit, day, asOf);
        UnitStage stage = found.unit().stage(asOf);
        boolean inUse = stage.begun() && (!children.isEmpty() || uses.stream().anyMatch(use -> use.of(unit, asOf)));
        asked.refusedNow(stage.refusals(asked.today(), inUse));
        return UnitView.of(
                found, day, units.ancestors(found, day, asOf), children, lineages.of(found.unit(), asOf), asOf);
    }

    /** Lists the undecided contents of a split or an end without successor that are in the unit or may come to it. */
    @Query(at = "/api/units/{unit}/undecided", right = EndpointRight.FIGURES, of = "unit", part = true)
    UndecidedView undecided(Asked asked, @PathVariable String unit, @RequestParam Optional<LocalDate> on) {
        return undecided
                .find(unit, asked.on(on), asked.asOf())
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
    }
}
