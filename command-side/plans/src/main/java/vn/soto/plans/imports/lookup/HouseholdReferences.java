package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * Households by the unit in which they live on a day and the commune's code. Kept in memory are those that moved and those whose
 * code was corrected; of the others the registrations say both.
 */
final class HouseholdReferences {

    /** Most events of a household that are read to see whether its registration stands. */
    private static final int MOST_EVENTS = 500;

    /** Of each unit those that live there on some day, by their codes, the one registered first before others. */
    private final Map<UnitId, Map<String, List<HouseholdId>>> living = new HashMap<>();

    private final Map<HouseholdId, Residence> homes = new HashMap<>();
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final TeamIndex teams;

    HouseholdReferences(LedgerReader ledger, EventCodec codec, TeamIndex teams) {
        this.ledger = ledger;
        this.codec = codec;
        this.teams = teams;
    }

    /**
     * @param moves     absent if it lives where it was registered
     * @param reference its code now: that of its registration, or the corrected one
     */
    private record Residence(
            RegisterHousehold registration, @Nullable MovedHousehold moves, String reference) {

        Set<UnitId> units() {
            return moves == null ? Set.of(registration.unit()) : moves.units();
        }

        boolean isOf(UnitId unit, LocalDate day) {
            return unit.equals(moves == null ? registration.unit() : moves.on(day));
        }
    }

    void on(HouseholdEvent event) {
        switch (event) {
            case HouseholdRelocated _,
                    HouseholdReturned _,
                    RelocationCorrected _,
                    RelocationWithdrawn _,
                    ReturnCorrected _ -> moved(event);
            case ReferenceCorrected it -> corrected(it);
            case RegistrationWithdrawn it -> withdrawn(it.household());
            default -> {
                return; // the event changes no reference and no home
            }
        }
    }

    private static HouseholdId derived(UnitId unit, String reference) {
        return new HouseholdId(ContentId.of(unit.value(), reference));
    }

    private void moved(HouseholdEvent event) {
        home(event.household()).ifPresent(home -> {
            MovedHousehold moves = home.moves == null ? new MovedHousehold(home.registration.unit()) : home.moves;
            moves.on(event);
            put(event.household(), new Residence(home.registration, moves, home.reference));
        });
    }

    private void corrected(ReferenceCorrected event) {
        HouseholdId household = event.household();
        home(household).ifPresent(home -> {
            withdrawn(household);
            put(household, new Residence(home.registration, home.moves, event.reference()));
        });
    }

    /** Of a household that is not kept here as well, which lives where it was registered. */
    private Optional<Residence> home(HouseholdId household) {
        return Optional.ofNullable(homes.get(household))
                .or(() -> registration(household).map(first -> new Residence(first, null, first.reference())));
    }

    private void withdrawn(HouseholdId household) {
        Residence home = homes.remove(household);
        if (home != null) {
            home.units()
                    .forEach(unit -> codes(unit)
                            .computeIfPresent(
                                    home.reference,
                                    (code, known) -> known.stream()
                                            .filter(other -> !other.equals(household))
                                            .toList()));
        }
    }

    private void put(HouseholdId household, Residence home) {
        homes.put(household, home);
        home.units().forEach(unit -> codes(unit).merge(home.reference, List.of(household), HouseholdReferences::all));
    }

    private Map<String, List<HouseholdId>> codes(UnitId unit) {
        return living.computeIfAbsent(unit, first -> new HashMap<>());
    }

    private static List<HouseholdId> all(List<HouseholdId> known, List<HouseholdId> more) {
        return Stream.concat(known.stream(), more.stream()).distinct().toList();
    }

    /** The registration of the household with this code that lives in one of the units on that day. */
    Optional<RegisterHousehold> find(Set<UnitId> units, String reference, LocalDate day) {
        return units.stream()
                .flatMap(unit -> living.getOrDefault(unit, Map.of()).getOrDefault(reference, List.of()).stream()
                        .flatMap(household -> Optional.ofNullable(homes.get(household)).stream())
                        .filter(home -> home.isOf(unit, day)))
                .findFirst()
                .map(Residence::registration)
                .or(() -> registered(units.stream().map(unit -> derived(unit, reference))))
                .or(() -> registered(units.stream()
                        .flatMap(unit -> teams.registrations(unit, reference))
                        .map(HouseholdRegistered::household)));
    }

    /** The first that stands and lives where it was registered, by the code of its registration. */
    private Optional<RegisterHousehold> registered(Stream<HouseholdId> households) {
        return households
                .filter(household -> !homes.containsKey(household))
                .flatMap(household -> registration(household).stream())
                .findFirst();
    }

    /** Its registration that stands, from the ledger. */
    private Optional<RegisterHousehold> registration(HouseholdId household) {
        List<DomainEvent> events = ledger.aggregate(household.value(), 0, MOST_EVENTS).stream()
                .map(codec::decode)
                .toList();
        return events.stream().anyMatch(RegistrationWithdrawn.class::isInstance)
                ? Optional.empty()
                : events.stream()
                        .findFirst()
                        .filter(HouseholdRegistered.class::isInstance)
                        .map(HouseholdRegistered.class::cast)
                        .map(first -> new RegisterHousehold(household, first.unit(), first.reference()));
    }
}
