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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.LedgerCatchUp;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitState;

/**
 * The tree of units on any day, their reporting periods, and the number of households in each unit. All follow the
 * ledger up to its tail at the time of the call. The first call reads all commits about units, about periods and about moves of
 * households.
 */
public final class TerritoryIndex {

    private final LedgerCatchUp ledger;
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private final Map<UnitId, ReportingPeriods> periods = new HashMap<>();

    /** Of each unit the number of those that were registered there and never moved or left. */
    private final Map<UnitId, Long> households = new HashMap<>();

    /** Of each unit the others that live there on some day. */
    private final Map<UnitId, Map<HouseholdId, MovedHousehold>> movedHouseholds = new HashMap<>();

    private final Map<HouseholdId, MovedHousehold> moved = new HashMap<>();

    /** Those that were merged into others or whose registration was withdrawn. */
    private final Set<HouseholdId> uncounted = new HashSet<>();

    public TerritoryIndex(TeamIndex teams) {
        this.ledger = teams.territory((event, commit) -> apply(event));
    }

    /**
     * A unit on one day; on a day before it exists, in its first state.
     *
     * @param parent the containing unit; for an ended unit, the last one
     */
    public record UnitOnDay(
            UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            boolean inForce) {}

    /** Empty if the ledger does not know the unit. */
    public synchronized Optional<UnitOnDay> find(UnitId unit, LocalDate day) {
        ledger.catchUp();
        return on(unit, day);
    }

    /** The children of {@code unit} on that day, by name; an ended unit stays a child of its last parent. */
    public synchronized List<UnitOnDay> children(UnitId unit, LocalDate day) {
        ledger.catchUp();
        return in(unit, day)
                .sorted(Comparator.comparing(UnitOnDay::name).thenComparing(UnitOnDay::unit))
                .toList();
    }

    /** The given units and all their descendants on that day. */
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

    /**
     * The number of households that live on that day directly in the unit or in units that became part of it as a
     * whole. Households that have left by then, were merged into others or whose registration was withdrawn do not
     * count.
     */
    public synchronized long households(UnitId unit, LocalDate day) {
        ledger.catchUp();
        UnitLineage lineage = lineage(day);
        return lineage.chain(unit).size() > 1
                ? 0
                : lineage.gathered(unit).stream()
                        .mapToLong(each -> living(each, day))
                        .sum();
    }

    private long living(UnitId unit, LocalDate day) {
        return households.getOrDefault(unit, 0L)
                + movedHouseholds.getOrDefault(unit, Map.of()).entrySet().stream()
                        .filter(each -> !uncounted.contains(each.getKey())
                                && each.getValue().livesIn(unit, day))
                        .count();
    }

    /**
     * The quarters to which days belong by the periods of an area.
     *
     * @param area    units on a day
     * @param initial calendar of the ledger, which applies until one is adopted
     */
    public synchronized List<Quarter> quarters(
            Function<LocalDate, List<UnitId>> area, Stream<LocalDate> days, QuarterCalendar initial) {
        ledger.catchUp();
        return days.map(ApplicablePeriods.in(area, new DecidedPeriods(), initial)::quarterOf)
                .toList();
    }

    private final class DecidedPeriods implements ApplicablePeriods.Units {

        @Override
        public UnitLineage lineage(LocalDate day) {
            return TerritoryIndex.this.lineage(day);
        }

        @Override
        public Optional<UnitId> parent(UnitId unit, LocalDate day) {
            return on(unit, day).map(UnitOnDay::parent);
        }

        @Override
        public ReportingPeriods decided(UnitId unit) {
            return periods.getOrDefault(unit, ReportingPeriods.NONE);
        }
    }

    /** The units whose teams work for what is recorded in a unit on that day. */
    public synchronized Set<UnitId> covering(UnitId recorded, LocalDate day) {
        ledger.catchUp();
        return lineage(day).covering(recorded);
    }

    /** Whether a team with this coverage works for what is recorded in a unit on that day. */
    public synchronized boolean covers(Predicate<UnitId> coverage, UnitId recorded, LocalDate day) {
        ledger.catchUp();
        return lineage(day).covers(coverage, recorded);
    }

    private UnitLineage lineage(LocalDate day) {
        return new UnitLineage(unit -> units.getOrDefault(unit, UnitState.NONE).linksOn(day));
    }

    private Stream<UnitOnDay> in(UnitId unit, LocalDate day) {
        return everIn.getOrDefault(unit, Set.of()).stream()
                .flatMap(child -> on(child, day).stream())
                .filter(child -> unit.equals(child.parent()));
    }

    private Optional<UnitOnDay> on(UnitId id, LocalDate day) {
        return Optional.ofNullable(units.get(id)).map(unit -> {
            UnitBearing bearing = unit.on(day).after();
            return new UnitOnDay(
                    id, bearing.kind(), bearing.name(), bearing.officialCode(), bearing.parent(), unit.inForceOn(day));
        });
    }

    private void apply(DomainEvent event) {
        switch (event) {
            case UnitEvent unit -> apply(unit);
            case HouseholdEvent household -> apply(household);
            case PeriodEvent period ->
                periods.merge(
                        period.authority(),
                        ReportingPeriods.NONE.after(period),
                        (before, first) -> before.after(period));
            default -> {}
        }
    }

    private void apply(HouseholdEvent event) {
        HouseholdId household = event.household();
        switch (event) {
            case HouseholdRegistered it -> count(it, it.unit(), 1);
            case HouseholdMerged _, RegistrationWithdrawn _ -> {
                if (uncounted.add(household)) {
                    count(event, event.unit(), -1);
                }
            }
            case HouseholdSeparated _ -> {
                if (uncounted.remove(household)) {
                    count(event, event.unit(), 1);
                }
            }
            default -> moved(event);
        }
    }

    private void moved(HouseholdEvent event) {
        HouseholdId household = event.household();
        if (!moved.containsKey(household)) {
            UnitId home = HomeChange.by(event).map(HomeChange::before).orElseGet(event::unit);
            if (!uncounted.contains(household)) {
                count(event, home, -1);
            }
            moved.put(household, new MovedHousehold(home));
        }
        MovedHousehold moves = moved.get(household);
        moves.on(event);
        moves.units()
                .forEach(unit -> movedHouseholds
                        .computeIfAbsent(unit, none -> new HashMap<>())
                        .put(household, moves));
    }

    /** Of a household that never moved: it lives where it was registered on all days. */
    private void count(HouseholdEvent event, UnitId home, long change) {
        if (!moved.containsKey(event.household())) {
            households.merge(home, change, Long::sum);
        }
    }

    private void apply(UnitEvent event) {
        UnitState unit = units.getOrDefault(event.unit(), UnitState.NONE).after(event);
        units.put(event.unit(), unit);
        UnitId parent = unit.on(event.effectiveFrom()).after().parent();
        if (parent != null) {
            everIn.computeIfAbsent(parent, none -> new LinkedHashSet<>()).add(event.unit());
        }
    }
}
