package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitId;

/** The residential units of a household or a business by first day, as its events tell them. */
final class HomeHistory {

    /** The first entry holds for every day before the second. */
    private final NavigableMap<LocalDate, UnitId> units = new TreeMap<>();

    /** @param events of the household or business from its registration on */
    HomeHistory(List<DomainEvent> events) {
        events.forEach(this::on);
    }

    private void on(DomainEvent event) {
        switch (event) {
            case HouseholdRegistered registered -> units.put(LocalDate.MIN, registered.unit());
            case HouseholdRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case HouseholdReturned back -> units.put(back.effectiveFrom(), back.unit());
            case BusinessRegistered registered -> units.put(LocalDate.MIN, registered.unit());
            case BusinessRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case RelocationCorrected right -> correct(right.enteredFrom(), right.effectiveFrom(), right.to());
            case ReturnCorrected right -> correct(right.enteredFrom(), right.effectiveFrom(), right.to());
            case BusinessRelocationCorrected right -> correct(right.enteredFrom(), right.effectiveFrom(), right.to());
            default -> {
                // it stays where it is
            }
        }
    }

    private void correct(LocalDate entered, LocalDate right, UnitId unit) {
        units.remove(entered);
        units.put(right, unit);
    }

    UnitId on(LocalDate day) {
        return units.floorEntry(day).getValue();
    }
}
