package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A unit on a day, with its whole history and lineage.
 *
 * @param ancestors     units that contain it on that day, province first; of an ended unit, its last ones
 * @param on            the day
 * @param instrument    document that established it, like {@code signedOn} and {@code effectiveFrom}
 * @param until         last day of the unit; absent if it has none
 * @param coming        the next change after that day; absent if none is recorded
 * @param children      units that lie in it on that day, by name; for an ended unit those that have to be moved
 * @param history       all recorded changes, undone ones included
 * @param predecessors  units that ended in it, wholly or in part
 * @param successors    units in which it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
        UnitId unit,
        UnitKind kind,
        String name,
        @Nullable String officialCode,
        @Nullable UnitId parent,
        List<UnitLine> ancestors,
        UnitOnDay.Status status,
        LocalDate on,
        String instrument,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        UnitLine.@Nullable Coming coming,
        List<UnitLine> children,
        List<Change> history,
        List<Link> predecessors,
        List<Link> successors) {

    /**
     * @param commit commit that recorded it
     * @param undone commit that undid it; absent if none did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            UnitChange change,
            LocalDate effectiveFrom,
            String instrument,
            LocalDate signedOn,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            @IdOf(IdKind.COMMIT) long commit,
            @IdOf(IdKind.COMMIT) @Nullable Long undone) {

        static Change of(Unit.Step step, long asOf) {
            return new Change(
                    step.change(),
                    step.from(),
                    step.instrument(),
                    step.signedOn(),
                    step.kind(),
                    step.name(),
                    step.officialCode(),
                    step.parent(),
                    step.commit(),
                    step.knownAt(asOf) ? null : step.undone());
        }
    }

    /** @param by MERGED if the whole older unit went to the younger, SPLIT if a part */
    record Link(UnitLine unit, UnitChange by, LocalDate effectiveFrom, String instrument, LocalDate signedOn) {}

    static UnitView of(
            UnitOnDay unit,
            LocalDate on,
            List<UnitOnDay> ancestors,
            List<UnitOnDay> children,
            Lineage lineage,
            long asOf) {
        Unit.Step first = unit.unit().steps().getFirst();
        return new UnitView(
                new UnitId(unit.id()),
                unit.kind(),
                unit.name(),
                unit.step().officialCode(),
                unit.step().parent(),
                ancestors.stream().map(UnitLine::of).toList(),
                unit.status(),
                on,
                first.instrument(),
                first.signedOn(),
                first.from(),
                until(unit.unit(), asOf),
                UnitLine.Coming.of(unit),
                children.stream().filter(UnitOnDay::inForce).map(UnitLine::of).toList(),
                unit.unit().history(asOf).stream()
                        .map(step -> Change.of(step, asOf))
                        .toList(),
                lineage.predecessors(),
                lineage.successors());
    }

    private static @Nullable LocalDate until(Unit unit, long asOf) {
        List<Unit.Step> steps = unit.stepsAsOf(asOf);
        return !steps.isEmpty() && steps.getLast().change().ends()
                ? steps.getLast().from().minusDays(1)
                : null;
    }

    /** Predecessors or successors, as lines of a view. */
    record Lineage(List<Link> predecessors, List<Link> successors) {}
}
