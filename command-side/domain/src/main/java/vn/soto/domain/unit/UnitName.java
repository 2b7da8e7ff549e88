package vn.soto.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;

/**
 * A name within a parent, held by one unit at a time. The aggregate's id is the name, so two units cannot claim it
 * concurrently. A name released with a day is free from that day on, whenever the next claim is made.
 */
@AggregateRoot(type = "unit-name")
public final class UnitName {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable UnitId holder;

    /** First day on which each unit that has had the name no longer has it. */
    private final Map<UnitId, LocalDate> ends = new HashMap<>();

    UnitName() {}

    static String idOf(UnitId parent, String fullName) {
        return "unit-name:" + parent + ":" + fullName;
    }

    /** @param from first day on which the unit has the name; the order of its own days is its own matter */
    void claim(UnitId parent, String fullName, UnitId unit, LocalDate from) {
        UNIT_NAME_IS_FREE_WITHIN_PARENT.require(
                holder == null && freeOfOthers(unit).filter(from::isBefore).isEmpty(), fullName);
        apply(new UnitNameClaimed(parent, fullName, unit));
    }

    /**
     * States since when the unit no longer has the name, whichever unit has it now.
     *
     * @param from first day without the name; absent if the unit has never had it
     */
    void release(UnitId parent, String fullName, UnitId unit, @Nullable LocalDate from) {
        apply(new UnitNameReleased(parent, fullName, unit, from));
    }

    /** First day on which no other unit has the name; empty if any day is. */
    private Optional<LocalDate> freeOfOthers(UnitId unit) {
        return ends.entrySet().stream()
                .filter(end -> !end.getKey().equals(unit))
                .map(Map.Entry::getValue)
                .max(LocalDate::compareTo);
    }

    @EventHandler
    void evolve(UnitNameClaimed event) {
        id = idOf(event.parent(), event.name());
        holder = event.unit();
    }

    @EventHandler
    void evolve(UnitNameReleased event) {
        if (event.unit().equals(holder)) {
            holder = null;
        }
        LocalDate free = event.freeFrom();
        if (free == null) {
            ends.remove(event.unit());
        } else {
            ends.put(event.unit(), free);
        }
    }
}
