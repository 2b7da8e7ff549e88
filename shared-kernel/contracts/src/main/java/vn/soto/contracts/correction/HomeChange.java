package vn.soto.contracts.correction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.unit.UnitId;

/**
 * A change of the unit in which a household or business is recorded.
 *
 * @param moved   the household or business
 * @param before  unit before the change; for a registration, that of the registration
 * @param day     first day in {@code unit}; absent if it gets none: by a registration, a departure and a move that was taken back
 * @param unit    absent for a registration and a departure
 * @param entered day of the change that this one corrects; absent if it corrects none
 */
public record HomeChange(
        Id moved,
        UnitId before,
        @Nullable LocalDate day,
        @Nullable UnitId unit,
        @Nullable LocalDate entered) {

    /** Empty for an event that changes no home. */
    public static Optional<HomeChange> by(DomainEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case HouseholdRegistered it -> new HomeChange(it.household(), it.unit(), null, null, null);
                    case HouseholdLeft it -> new HomeChange(it.household(), it.unit(), null, null, null);
                    case HouseholdRelocated it ->
                        new HomeChange(it.household(), it.from(), it.effectiveFrom(), it.unit(), null);
                    case HouseholdReturned it ->
                        new HomeChange(it.household(), it.unit(), it.effectiveFrom(), it.unit(), null);
                    case RelocationCorrected it ->
                        new HomeChange(it.household(), it.from(), it.effectiveFrom(), it.to(), it.enteredFrom());
                    case RelocationWithdrawn it ->
                        new HomeChange(it.household(), it.from(), null, it.to(), it.enteredFrom());
                    case ReturnCorrected it ->
                        new HomeChange(it.household(), it.to(), it.effectiveFrom(), it.to(), it.enteredFrom());
                    case BusinessRegistered it -> new HomeChange(it.business(), it.unit(), null, null, null);
                    case BusinessRelocated it ->
                        new HomeChange(it.business(), it.from(), it.effectiveFrom(), it.unit(), null);
                    case BusinessRelocationCorrected it ->
                        new HomeChange(it.business(), it.from(), it.effectiveFrom(), it.to(), it.enteredFrom());
                    default -> null;
                });
    }

    /** The first day on which the home may be another one; empty if none is. */
    public Optional<LocalDate> since() {
        return Optional.ofNullable(entered == null || (day != null && day.isBefore(entered)) ? day : entered);
    }

    /** Adds the change to the homes that are known; of several moves of a business on one day only the last is moved. */
    public void change(DayHistory<UnitId> homes) {
        change(homes, unit -> unit, home -> home);
    }

    /**
     * The same of homes of which more is known than their units.
     *
     * @param made the home that this change makes of a unit
     */
    public <H> void change(DayHistory<H> homes, Function<UnitId, H> made, Function<H, UnitId> unitOf) {
        if (homes.isEmpty()) {
            homes.put(LocalDate.MIN, made.apply(before));
        }
        if (unit == null) {
            return;
        }
        if (day == null) {
            if (entered != null) {
                homes.remove(entered, meant(unit).of(unitOf));
            }
        } else if (entered == null) {
            homes.put(day, made.apply(unit));
        } else if (moved instanceof BusinessId) {
            homes.moveLast(entered, day);
        } else {
            homes.move(entered, day, meant(unit).of(unitOf), home -> home);
        }
    }

    /** A return is meant by its unit alone. */
    private Meant<UnitId> meant(UnitId to) {
        return before.equals(to) ? Meant.by(to::equals) : new Meant<>(to::equals, before::equals);
    }
}
