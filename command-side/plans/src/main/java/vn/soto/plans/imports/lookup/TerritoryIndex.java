package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
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
    /** The latest step first. */
    private final Map<UnitId, Deque<Step>> units = new LinkedHashMap<>();

    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private final Map<UnitId, Long> households = new HashMap<>();
    private final Set<HouseholdId> gone = new HashSet<>();

    public TerritoryIndex(LedgerReader ledger, EventCodec codec) {
        this.ledger = new LedgerCatchUp(ledger, codec, READ, (event, commit) -> fold(event));
    }

    /** What a unit is from a day on. */
    private record Step(LocalDate from, UnitOnDay after) {}

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
            boolean inForce) {

        private UnitOnDay inForce(boolean now) {
            return new UnitOnDay(unit, kind, name, officialCode, parent, now);
        }
    }

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

    private Optional<UnitOnDay> on(UnitId unit, LocalDate day) {
        Deque<Step> steps = units.get(unit);
        if (steps == null) {
            return Optional.empty();
        }
        for (Step step : steps) {
            if (!step.from.isAfter(day)) {
                return Optional.of(step.after);
            }
        }
        return Optional.of(steps.getLast().after.inForce(false));
    }

    private void fold(DomainEvent event) {
        switch (event) {
            case UnitEvent unit -> fold(unit);
            case HouseholdEvent household -> fold(household);
            default -> {}
        }
    }

    private void fold(HouseholdEvent event) {
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

    private void fold(UnitEvent event) {
        Deque<Step> steps = units.computeIfAbsent(event.unit(), unit -> new ArrayDeque<>());
        switch (event) {
            case UnitEstablished it ->
                push(
                        steps,
                        it.effectiveFrom(),
                        new UnitOnDay(it.unit(), it.kind(), it.name(), it.officialCode(), it.parent(), true));
            case UnitRenamed it -> {
                UnitOnDay now = now(steps);
                push(steps, it.effectiveFrom(), changed(now, now.kind, it.name(), now.officialCode, now.parent));
            }
            case UnitRecoded it -> {
                UnitOnDay now = now(steps);
                push(steps, it.effectiveFrom(), changed(now, now.kind, now.name, it.officialCode(), now.parent));
            }
            case UnitRetyped it -> {
                UnitOnDay now = now(steps);
                push(steps, it.effectiveFrom(), changed(now, it.kind(), now.name, now.officialCode, now.parent));
            }
            case UnitReparented it -> {
                UnitOnDay now = now(steps);
                String name = it.name() == null ? now.name : it.name();
                push(steps, it.effectiveFrom(), changed(now, now.kind, name, now.officialCode, it.parent()));
            }
            case UnitMerged it -> push(steps, it.effectiveFrom(), now(steps).inForce(false));
            case UnitSplit it -> push(steps, it.effectiveFrom(), now(steps).inForce(false));
            case UnitAbolished it -> push(steps, it.effectiveFrom(), now(steps).inForce(false));
            case UnitChangeUndone it -> undo(steps);
            case UnitTookOver it -> {}
            case UnitTakeOverUndone it -> {}
        }
    }

    private static UnitOnDay changed(
            UnitOnDay now, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return new UnitOnDay(now.unit, kind, name, code, parent, true);
    }

    private static UnitOnDay now(Deque<Step> steps) {
        return steps.element().after;
    }

    private void push(Deque<Step> steps, LocalDate from, UnitOnDay after) {
        steps.push(new Step(from, after));
        if (after.parent != null) {
            everIn.computeIfAbsent(after.parent, parent -> new LinkedHashSet<>())
                    .add(after.unit);
        }
    }

    /** Undone to the last, the unit is withdrawn. */
    private static void undo(Deque<Step> steps) {
        Step undone = steps.pop();
        if (steps.isEmpty()) {
            steps.push(new Step(undone.from, undone.after.inForce(false)));
        }
    }
}
