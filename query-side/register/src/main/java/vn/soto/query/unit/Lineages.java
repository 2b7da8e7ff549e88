package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.UnitView.Lineage;
import vn.soto.query.unit.UnitView.Link;

/** Predecessors and successors of units on any day, as known at a commit. */
@Component
record Lineages(Units units) {

    Lineage of(Unit unit, long asOf) {
        List<Unit.TakeOver> taken =
                unit.taken().stream().filter(each -> each.knownAt(asOf)).toList();
        List<Unit.Step> ends = unit.stepsAsOf(asOf).stream()
                .filter(step -> step.change().ends())
                .toList();
        return new Lineage(
                predecessors(taken, asOf),
                ends.stream().flatMap(end -> successors(end, asOf)).toList());
    }

    /** The predecessors in their last state. */
    private List<Link> predecessors(List<Unit.TakeOver> taken, long asOf) {
        Map<String, UnitOnDay> found =
                units.find(taken.stream().map(Unit.TakeOver::unit).toList(), LocalDate.MAX, asOf);
        return taken.stream()
                .filter(each -> found.containsKey(each.unit()))
                .map(each ->
                        new Link(line(found, each.unit()), each.by(), each.from(), each.instrument(), each.signedOn()))
                .toList();
    }

    /** The successors as of the day of their take-over. */
    private Stream<Link> successors(Unit.Step end, long asOf) {
        Map<String, UnitOnDay> found = units.find(end.successors(), end.from(), asOf);
        return end.successors().stream()
                .filter(found::containsKey)
                .map(each -> new Link(line(found, each), end.change(), end.from(), end.instrument(), end.signedOn()));
    }

    private static UnitLine line(Map<String, UnitOnDay> found, String unit) {
        return UnitLine.of(Objects.requireNonNull(found.get(unit)));
    }
}
