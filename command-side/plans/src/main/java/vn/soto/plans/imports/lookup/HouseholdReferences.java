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
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;

/**
 * Households by the unit in which they live and the commune's code. Those that a file registered, that never moved and
 * whose code was never corrected are not kept in memory: their ids derive from both.
 */
final class HouseholdReferences {

    private final Map<UnitId, Map<String, HouseholdId>> living = new HashMap<>();
    private final Map<HouseholdId, Residence> homes = new HashMap<>();
    private final Function<HouseholdId, Optional<RegisterHousehold>> registrations;

    /** @param registrations reads a registration that stands from the ledger */
    HouseholdReferences(Function<HouseholdId, Optional<RegisterHousehold>> registrations) {
        this.registrations = registrations;
    }

    /**
     * @param lives     unit in which it lives now
     * @param reference its code now: that of its registration, or the corrected one
     */
    private record Residence(RegisterHousehold registration, UnitId lives, String reference) {}

    void on(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered it -> registered(it);
            case HouseholdRelocated it -> moved(it.household(), it.unit());
            case HouseholdReturned it -> moved(it.household(), it.unit());
            case ReferenceCorrected it -> corrected(it);
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
                    new Residence(
                            new RegisterHousehold(event.household(), event.unit(), event.reference()),
                            event.unit(),
                            event.reference()));
        }
    }

    private static HouseholdId derived(UnitId unit, String reference) {
        return new HouseholdId(ContentId.of(unit.value(), reference));
    }

    private void moved(HouseholdId household, UnitId unit) {
        home(household).ifPresent(home -> replace(household, new Residence(home.registration, unit, home.reference)));
    }

    private void corrected(ReferenceCorrected event) {
        HouseholdId household = event.household();
        home(household)
                .ifPresent(
                        home -> replace(household, new Residence(home.registration, event.unit(), event.reference())));
    }

    /** Of a household that is not kept here as well, which lives where it was registered. */
    private Optional<Residence> home(HouseholdId household) {
        return Optional.ofNullable(homes.get(household))
                .or(() -> registrations
                        .apply(household)
                        .map(first -> new Residence(first, first.unit(), first.reference())));
    }

    private void replace(HouseholdId household, Residence home) {
        withdrawn(household);
        put(household, home);
    }

    private void withdrawn(HouseholdId household) {
        Residence home = homes.remove(household);
        if (home != null) {
            living.getOrDefault(home.lives, Map.of()).remove(home.reference, household);
        }
    }

    /** Of two households with one code in a unit, the one registered first is found. */
    private void put(HouseholdId household, Residence home) {
        homes.put(household, home);
        living.computeIfAbsent(home.lives, unit -> new HashMap<>()).putIfAbsent(home.reference, household);
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
