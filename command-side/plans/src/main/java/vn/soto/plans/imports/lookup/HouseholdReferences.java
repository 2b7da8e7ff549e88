package vn.soto.plans.imports.lookup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.plans.ContentId;

/**
 * Households by the unit in which they live and the commune's code. Those that a file registered and that never moved are not
 * kept in memory: their ids derive from both.
 */
final class HouseholdReferences {

    private final Map<UnitId, Map<String, HouseholdId>> living = new HashMap<>();
    private final Map<HouseholdId, Residence> homes = new HashMap<>();
    private final Function<HouseholdId, Optional<RegisterHousehold>> registrations;

    /** @param registrations reads a registration that stands from the ledger */
    HouseholdReferences(Function<HouseholdId, Optional<RegisterHousehold>> registrations) {
        this.registrations = registrations;
    }

    /** @param lives unit in which it lives now */
    private record Residence(RegisterHousehold registration, UnitId lives) {}

    void on(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered it -> registered(it);
            case HouseholdRelocated it -> moved(it.household(), it.unit());
            case HouseholdReturned it -> moved(it.household(), it.unit());
            case RegistrationWithdrawn it -> withdrawn(it.household());
            default -> {
                return; // the event changes no reference and no home
            }
        }
    }

    private void registered(HouseholdRegistered event) {
        if (!event.household().equals(derived(event.unit(), event.reference()))) {
            put(
                    event.household(),
                    new Residence(new RegisterHousehold(event.household(), event.unit(), event.reference()), event.unit()));
        }
    }

    private static HouseholdId derived(UnitId unit, String reference) {
        return new HouseholdId(ContentId.of(unit.value(), reference));
    }

    private void moved(HouseholdId household, UnitId unit) {
        Residence home = homes.get(household);
        Optional<RegisterHousehold> registration =
                home == null ? registrations.apply(household) : Optional.of(home.registration);
        withdrawn(household);
        registration.ifPresent(known -> put(household, new Residence(known, unit)));
    }

    private void withdrawn(HouseholdId household) {
        Residence home = homes.remove(household);
        if (home != null) {
            living.getOrDefault(home.lives, Map.of()).remove(home.registration.reference(), household);
        }
    }

    /** Of two households with one code in a unit, the one registered first is found. */
    private void put(HouseholdId household, Residence home) {
        homes.put(household, home);
        living.computeIfAbsent(home.lives, unit -> new HashMap<>())
                .putIfAbsent(home.registration.reference(), household);
    }

    /** The registration of the household with this code that lives in one of the units. */
    Optional<RegisterHousehold> find(Set<UnitId> units, String reference) {
        return units.stream()
                .map(unit -> living.getOrDefault(unit, Map.of()).get(reference))
                .flatMap(household -> Optional.ofNullable(household).stream())
                .findFirst()
                .flatMap(household -> Optional.ofNullable(homes.get(household)))
                .map(Residence::registration)
                .or(() -> derived(units, reference));
    }

    private Optional<RegisterHousehold> derived(Set<UnitId> units, String reference) {
        return units.stream()
                .map(unit -> derived(unit, reference))
                .filter(household -> !homes.containsKey(household))
                .flatMap(household -> registrations.apply(household).stream())
                .findFirst();
    }
}
