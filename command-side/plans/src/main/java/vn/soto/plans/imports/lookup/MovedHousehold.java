package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.unit.UnitId;

/** The units of a household that moved, left or came back, each from its day on, in whatever order that was recorded. */
final class MovedHousehold {

    private final DayHistory<UnitId> units = new DayHistory<>();

    /** Whether it lives there. */
    private final DayHistory<Boolean> here = new DayHistory<>();

    MovedHousehold(UnitId registered) {
        units.put(LocalDate.MIN, registered);
        here.put(LocalDate.MIN, true);
    }

    void on(HouseholdEvent event) {
        switch (event) {
            case HouseholdRelocated it -> units.put(it.effectiveFrom(), it.unit());
            case HouseholdLeft it -> here.put(it.effectiveFrom(), false);
            case HouseholdReturned it -> {
                units.put(it.effectiveFrom(), it.unit());
                here.put(it.effectiveFrom(), true);
            }
            case RelocationCorrected it -> units.move(it.enteredFrom(), it.effectiveFrom(), it.meant(), unit -> unit);
            case DepartureCorrected it ->
                here.move(it.enteredFrom(), it.effectiveFrom(), Meant.by(lives -> !lives), lives -> lives);
            case ReturnCorrected it -> {
                units.move(it.enteredFrom(), it.effectiveFrom(), Meant.by(it.to()::equals), unit -> unit);
                here.move(it.enteredFrom(), it.effectiveFrom(), Meant.by(lives -> lives), lives -> lives);
            }
            default -> {
                // the event changes neither
            }
        }
    }

    /** Each unit in which it lives on some day. */
    Set<UnitId> units() {
        return units.list((from, unit) -> unit).stream().collect(Collectors.toUnmodifiableSet());
    }

    /** The unit on that day; of a household that has left, the one in which it lived last. */
    UnitId on(LocalDate day) {
        return units.on(day);
    }

    boolean livesIn(UnitId unit, LocalDate day) {
        return here.on(day) && unit.equals(on(day));
    }
}
