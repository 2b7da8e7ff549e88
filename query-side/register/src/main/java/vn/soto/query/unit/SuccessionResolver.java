package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/**
 * Resolves the unit in which the contents of any unit count on a day. Contents of a unit with one successor count in
 * that successor. Contents of a unit with several successors or none are undecided. They count in the smallest unit
 * that certainly contains them, and in none of its parts. Not thread-safe; each answer uses its own instance.
 */
final class SuccessionResolver {

    private final Units units;
    private final LocalDate day;
    private final long asOf;
    private final Map<String, Optional<UnitOnDay>> known = new HashMap<>();
    private final Map<String, ResolvedUnit> resolvedUnits = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final UnitLineage lineage = new UnitLineage(this::links);

    SuccessionResolver(Units units, LocalDate day, long asOf) {
        this.units = units;
        this.day = day;
        this.asOf = asOf;
    }

    /**
     * A unit in force, in which contents count.
     *
     * @param undecided whether the contents are in the unit but in no known part of it
     */
    record ResolvedUnit(String unit, boolean undecided) {}

    Optional<UnitOnDay> find(String unit) {
        if (!known.containsKey(unit)) {
            read(List.of(unit));
        }
        return known.getOrDefault(unit, Optional.empty());
    }

    /** Reads units in one query, so that they are not read one by one later. */
    void read(Collection<String> wanted) {
        List<String> missing =
                wanted.stream().filter(unit -> !known.containsKey(unit)).toList();
        if (!missing.isEmpty()) {
            Map<String, UnitOnDay> found = units.find(missing, day, asOf);
            missing.forEach(unit -> known.put(unit, Optional.ofNullable(found.get(unit))));
        }
    }

    /** All units that may count in a unit: those that ever lay in it or were taken over by it, transitively. */
    Set<String> reachable(String unit) {
        Set<String> all = new LinkedHashSet<>();
        List<String> level = List.of(unit);
        while (!level.isEmpty()) {
            all.addAll(level);
            read(level);
            List<String> next = new ArrayList<>(units.everIn(level, asOf));
            for (String each : level) {
                find(each).stream()
                        .flatMap(found -> found.unit().takenBy(day, asOf))
                        .map(Unit.TakeOver::unit)
                        .forEach(next::add);
            }
            level = next.stream().distinct().filter(each -> !all.contains(each)).toList();
        }
        all.forEach(each -> find(each)
                .ifPresent(found -> children.computeIfAbsent(Units.place(found), p -> new ArrayList<>())
                        .add(each)));
        return all;
    }

    boolean residential(String unit) {
        return find(unit).filter(found -> found.kind().residential()).isPresent();
    }

    boolean communal(String unit) {
        return find(unit).filter(found -> found.kind().communal()).isPresent();
    }

    /** The units in force that lie directly in a unit, among the reachable units. */
    List<String> childrenOf(String unit) {
        return children.getOrDefault(unit, List.of()).stream()
                .filter(child -> find(child).filter(UnitOnDay::inForce).isPresent())
                .toList();
    }

    /**
     * The path from the residential unit in which {@code unit} counts up to the top. Its first element is undecided if
     * it counts in no residential unit. Absent for a unit that is not residential.
     */
    Optional<List<ResolvedUnit>> path(String unit) {
        return residential(unit) ? Optional.of(upFrom(unit)) : Optional.empty();
    }

    /** The same for a commune, from the commune in which it counts. */
    Optional<List<ResolvedUnit>> pathOfCommune(String unit) {
        return communal(unit) ? Optional.of(upFrom(unit)) : Optional.empty();
    }

    private List<ResolvedUnit> upFrom(String unit) {
        List<ResolvedUnit> path = new ArrayList<>();
        ResolvedUnit resolved = resolve(unit);
        while (!resolved.unit().equals(Units.root())) {
            path.add(resolved);
            resolved = resolve(find(resolved.unit()).map(Units::place).orElse(Units.root()));
        }
        path.add(resolved);
        return path;
    }

    /** The unit in which the contents of a unit count. */
    ResolvedUnit resolve(String unit) {
        ResolvedUnit home = resolvedUnits.get(unit);
        if (home == null) {
            home = find(unit).map(this::resolveUncached).orElse(new ResolvedUnit(Units.root(), false));
            resolvedUnits.put(unit, home);
        }
        return home;
    }

    private ResolvedUnit resolveUncached(UnitOnDay unit) {
        UnitLineage.Destination destination = lineage.of(new UnitId(unit.id()));
        String last = destination.unit().value();
        if (destination.decided()) {
            return new ResolvedUnit(last, false);
        }
        UnitOnDay ended = find(last).orElseThrow();
        return new ResolvedUnit(
                ended.successors().isEmpty() ? resolve(Units.place(ended)).unit() : common(ended.successors()), true);
    }

    /** The successions of the day, from the same units. */
    UnitLineage lineage() {
        return lineage;
    }

    private UnitLineage.Links links(UnitId unit) {
        return find(unit.value())
                .map(found -> new UnitLineage.Links(
                        found.gone(),
                        found.successors().stream().map(UnitId::new).toList(),
                        found.unit()
                                .takenBy(day, asOf)
                                .map(taken -> new UnitId(taken.unit()))
                                .collect(Collectors.toUnmodifiableSet())))
                .orElse(UnitLineage.Links.NONE);
    }

    /** The smallest unit that contains all of the given units. */
    private String common(List<String> of) {
        List<String> shared = new ArrayList<>(above(of.getFirst()));
        of.stream().skip(1).map(this::above).forEach(shared::retainAll);
        return shared.getFirst();
    }

    /** The unit in which a unit counts and the units above that, up to the root. */
    private List<String> above(String unit) {
        List<String> above = new ArrayList<>();
        String each = resolve(unit).unit();
        while (!each.equals(Units.root())) {
            above.add(each);
            each = resolve(find(each).map(Units::place).orElse(Units.root())).unit();
        }
        above.add(Units.root());
        return above;
    }

    /** The possible successors of a unit's undecided contents; empty if the unit has no successor. */
    List<String> candidates(String unit) {
        return lineage.candidates(new UnitId(unit)).stream().map(UnitId::value).toList();
    }
}
