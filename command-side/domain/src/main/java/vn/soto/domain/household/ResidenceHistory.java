package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.unit.UnitId;

/** The residential units of a household by first day. */
final class ResidenceHistory {

    /** The first entry has no day: it applies to every day before the second. */
    private final NavigableMap<LocalDate, UnitId> units = new TreeMap<>();

    void evolve(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered registered -> units.put(LocalDate.MIN, registered.unit());
            case HouseholdRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case HouseholdReturned back -> units.put(back.effectiveFrom(), back.unit());
            case RelocationCorrected right -> correct(right.enteredFrom(), right.effectiveFrom(), right.to());
            case ReturnCorrected right -> correct(right.enteredFrom(), right.effectiveFrom(), right.to());
            default -> {}
        }
    }

    private void correct(LocalDate entered, LocalDate right, UnitId unit) {
        units.remove(entered);
        units.put(right, unit);
    }

    /** Whether a move to that unit from that day on undoes the last one. */
    boolean undoes(UnitId unit, LocalDate firstDay) {
        return units.lastKey().equals(firstDay)
                && Optional.ofNullable(units.lowerEntry(firstDay))
                        .filter(before -> before.getValue().equals(unit))
                        .isPresent();
    }

    UnitId on(LocalDate day) {
        return units.floorEntry(day).getValue();
    }

    UnitId latest() {
        return units.lastEntry().getValue();
    }
}
