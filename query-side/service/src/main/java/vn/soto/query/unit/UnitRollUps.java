package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.unit.SuccessionResolver.ResolvedUnit;
import vn.soto.query.unit.UnitRollUp.Spot;
import vn.soto.web.VietnameseOrder;

/** Rolls units up by either choice of boundaries. */
@Component
public final class UnitRollUps {

    private final Units units;

    UnitRollUps(Units units) {
        this.units = units;
    }

    /**
     * @param day   day of the figures; as-was shows the units of that day
     * @param today day whose units as-now shows
     */
    public Optional<UnitRollUp> find(String unit, Boundaries boundaries, LocalDate day, LocalDate today, long asOf) {
        LocalDate shown = boundaries == Boundaries.AS_WAS ? day : today;
        return units.find(unit, shown, asOf)
                .map(found -> found.gone()
                        ? scattered(found, boundaries, day, shown, asOf)
                        : gathered(found, boundaries, shown, asOf));
    }

    /** The same on several days, once for those between which no unit changed. Not thread-safe. */
    public Function<LocalDate, Optional<UnitRollUp>> onDays(
            String unit, Boundaries boundaries, LocalDate today, long asOf) {
        NavigableSet<LocalDate> changes = units.changeDays(unit, asOf);
        Map<LocalDate, Optional<UnitRollUp>> known = new HashMap<>();
        return day -> known.computeIfAbsent(
                Objects.requireNonNullElse(changes.floor(day), LocalDate.MIN),
                since -> find(unit, boundaries, day, today, asOf));
    }

    /** What lay in a unit on a day, shown in the communes of today in which it lies, whether or not the unit is there still. */
    public Optional<UnitRollUp> scattered(String unit, LocalDate day, LocalDate today, long asOf) {
        return units.find(unit, today, asOf).map(found -> scattered(found, Boundaries.AS_NOW, day, today, asOf));
    }

    /** The contents of a unit that is there. */
    private UnitRollUp gathered(UnitOnDay unit, Boundaries boundaries, LocalDate shown, long asOf) {
        SuccessionResolver resolver = new SuccessionResolver(units, shown, asOf);
        Sorter sorter = new Sorter(unit, resolver, false);
        resolver.reachable(unit.id()).forEach(sorter::sort);
        return sorter.territory(boundaries, shown, null);
    }

    /** The contents of a unit on a day, at the latest its last, in the units of another day. */
    private UnitRollUp scattered(UnitOnDay unit, Boundaries boundaries, LocalDate day, LocalDate shown, long asOf) {
        LocalDate inForce = unit.lastDayBy(shown).isBefore(day) ? unit.lastDayBy(shown) : day;
        UnitRollUp then = units.find(unit.id(), inForce, asOf)
                .map(found -> gathered(found, boundaries, inForce, asOf))
                .orElseThrow();
        SuccessionResolver resolver = new SuccessionResolver(units, shown, asOf);
        Sorter sorter = new Sorter(unit, resolver, true);
        resolver.read(then.all());
        then.all().forEach(sorter::sort);
        sorter.divided.addAll(then.divided());
        return sorter.territory(boundaries, shown, then);
    }

    /** Assigns each residential unit to the part in which it counts. */
    private static final class Sorter {

        private final UnitOnDay unit;
        private final List<String> own = new ArrayList<>();
        private final Map<String, List<String>> parts = new LinkedHashMap<>();
        private final List<String> undecided = new ArrayList<>();
        private final Set<String> divided = new LinkedHashSet<>();
        private final Set<String> communes = new LinkedHashSet<>();
        private final SuccessionResolver resolver;
        private final boolean scattered;

        /** @param scattered whether the contents are shown wherever they lie, not only in the unit */
        Sorter(UnitOnDay unit, SuccessionResolver resolver, boolean scattered) {
            this.unit = unit;
            this.resolver = resolver;
            this.scattered = scattered;
        }

        void sort(String id) {
            if (resolver.communal(id)) {
                communes.add(id);
            }
            if (resolver.residential(id)
                    && !resolver.lineage().of(new UnitId(id)).decided()) {
                divided.add(id);
            }
            spot(id).ifPresent(spot -> {
                if (spot.part() != null) {
                    parts.computeIfAbsent(spot.part(), u -> new ArrayList<>()).add(id);
                } else {
                    (spot.undecided() ? undecided : own).add(id);
                }
            });
        }

        /** Where a residential unit or commune counts; absent if it does not count in the unit. */
        Optional<Spot> spot(String id) {
            return resolver.path(id)
                    .or(() -> resolver.pathOfCommune(id))
                    .flatMap(path -> scattered ? scatter(path) : gather(path));
        }

        /** The part directly in the unit in which the path lies. */
        private Optional<Spot> gather(List<ResolvedUnit> path) {
            int index = path.stream().map(ResolvedUnit::unit).toList().indexOf(unit.id());
            if (index < 0) {
                return Optional.empty();
            }
            if (path.get(index).undecided()) {
                return Optional.of(Spot.UNDECIDED);
            }
            return Optional.of(
                    index == 0 ? Spot.OWN : new Spot(path.get(index - 1).unit(), false));
        }

        /**
         * The commune of today in which the path lies; for the contents of a residential unit, the unit of its own tier.
         */
        private Optional<Spot> scatter(List<ResolvedUnit> path) {
            for (ResolvedUnit resolved : path) {
                if (resolved.undecided() || resolved.unit().equals(Units.root())) {
                    return Optional.of(Spot.UNDECIDED);
                }
                if (unit.kind().residential() || !resolver.residential(resolved.unit())) {
                    return Optional.of(new Spot(resolved.unit(), false));
                }
            }
            return Optional.empty();
        }

        UnitRollUp territory(Boundaries boundaries, LocalDate shown, @Nullable UnitRollUp then) {
            Stream<String> lying = scattered
                    ? divided.stream()
                            .flatMap(id -> resolver.candidates(id).stream())
                            .flatMap(id -> spot(id).stream())
                            .flatMap(spot -> Stream.ofNullable(spot.part()))
                    : resolver.childrenOf(unit.id()).stream();
            lying.forEach(child -> parts.computeIfAbsent(child, u -> new ArrayList<>()));
            List<UnitRollUp.Part> found = parts.entrySet().stream()
                    .flatMap(part ->
                            resolver
                                    .find(part.getKey())
                                    .map(line -> new UnitRollUp.Part(line, List.copyOf(part.getValue())))
                                    .stream())
                    .toList();
            List<UnitRollUp.Part> lines = VietnameseOrder.sorted(
                    found, part -> part.unit().name(), part -> part.unit().id());
            return new UnitRollUp(
                    unit,
                    boundaries,
                    shown,
                    List.copyOf(own),
                    lines,
                    List.copyOf(undecided),
                    Set.copyOf(divided),
                    Set.copyOf(communes),
                    this::spot,
                    then);
        }
    }
}
