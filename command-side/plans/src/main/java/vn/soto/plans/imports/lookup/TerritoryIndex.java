package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * Where units lie on any day and how many households live in each, as of the ledger's tail when asked. The first call reads the
 * whole ledger, but only decodes the events of units and of where households live.
 */
public final class TerritoryIndex {

    private static final List<String> READ = List.of(
            "unit.",
            "household.registered",
            "household.relocated",
            "household.left",
            "household.returned",
            "household.registration-withdrawn");

    private final LedgerCatchUp ledger;
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private final Map<UnitId, Long> households = new HashMap<>();
    private final Set<HouseholdId> gone = new HashSet<>();

    public TerritoryIndex(LedgerReader ledger, EventCodec codec) {
        this.ledger = new LedgerCatchUp(ledger, codec, READ, (event, commit) -> apply(event));
    }

    /**
     * A unit as it is on a day; before its first, as it will be.
     *
     * @param parent where it lies; of a unit that is no more, where it last lay
     */
    public record UnitOnDay(
            UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            boolean inForce) {}

    /** Empty for a unit the ledger does not know. */
    public synchronized Optional<UnitOnDay> find(UnitId unit, LocalDate day) {
        ledger.catchUp();
        return on(unit, day);
    }

    /** The units that lie directly in {@code unit} on that day, by name; those that are no more lie where they last did. */
    public synchronized List<UnitOnDay> children(UnitId unit, LocalDate day) {
        ledger.catchUp();
        return in(unit, day)
                .sorted(Comparator.comparing(UnitOnDay::name).thenComparing(UnitOnDay::unit))
                .toList();
    }

    /** Each of the given units and every unit below it, by where it lies on that day. */
    public synchronized Set<UnitId> within(Collection<UnitId> roots, LocalDate day) {
        ledger.catchUp();
        Set<UnitId> within = new LinkedHashSet<>();
        Deque<UnitId> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            UnitId unit = open.pop();
            if (within.add(unit)) {
                in(unit, day).map(UnitOnDay::unit).forEach(open::add);
            }
        }
        return within;
    }

    /** How many live directly in the unit; those that left or were registered by mistake do not. */
    public synchronized long households(UnitId unit) {
        ledger.catchUp();
        return households.getOrDefault(unit, 0L);
    }

    private Stream<UnitOnDay> in(UnitId unit, LocalDate day) {
        return everIn.getOrDefault(unit, Set.of()).stream()
                .flatMap(child -> on(child, day).stream())
                .filter(child -> unit.equals(child.parent()));
    }

    private Optional<UnitOnDay> on(UnitId id, LocalDate day) {
        return Optional.ofNullable(units.get(id)).map(unit -> {
            List<UnitStep> steps = unit.steps();
            UnitBearing bearing = steps.reversed().stream()
                    .filter(step -> !step.from().isAfter(day))
                    .findFirst()
                    .orElseGet(steps::getFirst)
                    .after();
            return new UnitOnDay(
                    id, bearing.kind(), bearing.name(), bearing.officialCode(), bearing.parent(), unit.inForceOn(day));
        });
    }

    private void apply(DomainEvent event) {
        switch (event) {
            case UnitEvent unit -> apply(unit);
            case HouseholdEvent household -> apply(household);
            default -> {}
        }
    }

    private void apply(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered it -> add(it.unit(), 1);
            case HouseholdRelocated it -> {
                add(it.from(), -1);
                add(it.unit(), 1);
            }
            case HouseholdLeft it -> {
                gone.add(it.household());
                add(it.unit(), -1);
            }
            case HouseholdReturned it -> {
                gone.remove(it.household());
                add(it.unit(), 1);
            }
            case RegistrationWithdrawn it -> add(it.unit(), gone.remove(it.household()) ? 0 : -1);
            default -> {}
        }
    }

    private void add(UnitId unit, long change) {
        households.merge(unit, change, Long::sum);
    }

    private void apply(UnitEvent event) {
        UnitState unit = units.getOrDefault(event.unit(), UnitState.NONE).after(event);
        units.put(event.unit(), unit);
        UnitId parent = unit.now().parent();
        if (parent != null) {
            everIn.computeIfAbsent(parent, none -> new LinkedHashSet<>()).add(event.unit());
        }
    }
}
