package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A unit on a day.
 *
 * @param step latest change by that day; before the unit's first day, the first change
 * @param next the last change of the first later day with one; absent if none is recorded
 */
public record UnitOnDay(Unit unit, Unit.Step step, Status status, Unit.@Nullable Step next) {

    /** The status of a unit on a day. */
    public enum Status {
        /** Its first day is in the future. */
        PLANNED,
        IN_FORCE,
        ENDED,
        /** It was established by mistake and never existed. */
        WITHDRAWN
    }

    public String id() {
        return unit.id();
    }

    public String name() {
        return step.name();
    }

    public UnitKind kind() {
        return step.kind();
    }

    /** The parent of the unit; for an ended unit its last parent. */
    public @Nullable String parent() {
        UnitId parent = step.parent();
        return parent == null ? null : parent.value();
    }

    public boolean inForce() {
        return status == Status.IN_FORCE;
    }

    /** The last day of a unit that has ended by the day; the day itself of any other. */
    public LocalDate lastDayBy(LocalDate day) {
        return status == Status.ENDED ? step.from().minusDays(1) : day;
    }

    /** Whether it has ended or was withdrawn. */
    boolean gone() {
        return status == Status.ENDED || status == Status.WITHDRAWN;
    }

    public List<String> successors() {
        return status == Status.ENDED ? step.successors() : List.of();
    }
}
