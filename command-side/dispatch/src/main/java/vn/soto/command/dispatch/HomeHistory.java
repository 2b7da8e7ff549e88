package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitId;

/** The residential units of a household or a business by first day, as its events tell them. */
public final class HomeHistory {

    private final DayHistory<UnitId> units = new DayHistory<>();

    /** @param events of the household or business from its registration on */
    HomeHistory(List<DomainEvent> events) {
        events.forEach(this::on);
    }

    /** @param registered the unit of the registration; later events follow by {@link #on(DomainEvent)} */
    public HomeHistory(UnitId registered) {
        units.put(LocalDate.MIN, registered);
    }

    public void on(DomainEvent event) {
        switch (event) {
            case HouseholdRegistered registered -> units.put(LocalDate.MIN, registered.unit());
            case HouseholdRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case HouseholdReturned back -> units.put(back.effectiveFrom(), back.unit());
            case BusinessRegistered registered -> units.put(LocalDate.MIN, registered.unit());
            case BusinessRelocated moved -> units.put(moved.effectiveFrom(), moved.unit());
            case RelocationCorrected right ->
                units.move(right.enteredFrom(), right.effectiveFrom(), right.meant(), home -> home);
            case ReturnCorrected right ->
                units.move(right.enteredFrom(), right.effectiveFrom(), Meant.by(right.to()::equals), home -> home);
            case BusinessRelocationCorrected right -> units.moveLast(right.enteredFrom(), right.effectiveFrom());
            default -> {
                // it stays where it is
            }
        }
    }

    /** The unit on that day; the last one once it has left. */
    public UnitId on(LocalDate day) {
        return units.on(day);
    }

    /** Each unit that holds on some day. */
    public Set<UnitId> units() {
        return units.list((from, unit) -> unit).stream().collect(Collectors.toUnmodifiableSet());
    }
}
