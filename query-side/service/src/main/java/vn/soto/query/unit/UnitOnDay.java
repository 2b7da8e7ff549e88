package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitKind;

/**
 * A unit as it is on a day.
 *
 * @param step the latest change by then; before its first day, the first
 */
public record UnitOnDay(Unit unit, Unit.Step step, Status status) {

    /** Whether it is there. */
    public enum Status {
        /** Its first day is still to come. */
        PLANNED,
        IN_FORCE,
        ENDED,
        /** Established by mistake: never there. */
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

    /** Where it lies; of a unit that is no more, where it last lay. */
    public @Nullable String parent() {
        return step.parent();
    }

    public boolean inForce() {
        return status == Status.IN_FORCE;
    }

    /** Whether it was there on some day from {@code first} to this one. */
    public boolean wasThereSince(LocalDate first) {
        return inForce() || (status == Status.ENDED && step.from().isAfter(first));
    }

    /** Whether others, or none, stand for it today. */
    boolean gone() {
        return status == Status.ENDED || status == Status.WITHDRAWN;
    }

    List<String> successors() {
        return status == Status.ENDED ? step.successors() : List.of();
    }
}
