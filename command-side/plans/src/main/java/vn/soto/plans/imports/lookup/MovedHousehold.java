package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.command.dispatch.HomeHistory;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.unit.UnitId;

/** The units of a household that moved, left or came back, each from its day on, in whatever order that was recorded. */
final class MovedHousehold {

    private final HomeHistory homes;

    /** Whether it lives there. */
    private final DayHistory<Boolean> here = new DayHistory<>();

    MovedHousehold(UnitId registered) {
        homes = new HomeHistory(registered);
        here.put(LocalDate.MIN, true);
    }

    void on(HouseholdEvent event) {
        homes.on(event);
        switch (event) {
            case HouseholdLeft it -> here.put(it.effectiveFrom(), false);
            case HouseholdReturned it -> here.put(it.effectiveFrom(), true);
            case DepartureCorrected it ->
                here.move(it.enteredFrom(), it.effectiveFrom(), Meant.by(lives -> !lives), lives -> lives);
            case ReturnCorrected it ->
                here.move(it.enteredFrom(), it.effectiveFrom(), Meant.by(lives -> lives), lives -> lives);
            default -> {
                // it has neither left nor come back
            }
        }
    }

    /** Each unit in which it lives on some day. */
    Set<UnitId> units() {
        return homes.units();
    }

    /** The unit on that day; of a household that has left, the one in which it lived last. */
    UnitId on(LocalDate day) {
        return homes.on(day);
    }

    boolean livesIn(UnitId unit, LocalDate day) {
        return here.on(day) && unit.equals(on(day));
    }
}
