package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.KeptResults;
import vn.soto.query.unit.SuccessionResolver.ResolvedUnit;
import vn.soto.query.unit.UnitRollUp.Spot;
import vn.soto.web.VietnameseOrder;

/** Rolls units up by either choice of boundaries. */
@Component
public final class UnitRollUps {

    /** The kept roll-ups of one state of all units; of a province each takes half a megabyte. */
    private static final int MOST = 48;

    private final Units units;
    private volatile KnownUnits known = new KnownUnits(List.of());
    private final KeptResults<String, List<Unit>> all = new KeptResults<>(MOST, List.of(Unit.KIND, Children.KIND));

    UnitRollUps(Units units) {
        this.units = units;
    }

    /** Units as they were read last, and what was made of them: the same as long as no unit changes. Thread-safe. */
    private static final class KnownUnits {

        private final List<Unit> units;
        private final NavigableSet<LocalDate> changes = new TreeSet<>();
        private final NavigableSet<Long> commits = new TreeSet<>();
        private final Map<Object, Object> made = new LinkedHashMap<>(MOST, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > MOST;
            }
        };

        KnownUnits(List<Unit> units) {
            this.units = units;
            units.forEach(unit -> {
                unit.steps().forEach(step -> changes.add(step.from()));
                unit.taken().forEach(taken -> changes.add(taken.from()));
                Stream.concat(unit.steps().stream(), unit.taken().stream())
                        .flatMap(each -> Stream.of(Optional.of(each.commit()), Optional.ofNullable(each.undone())))
                        .flatMap(Optional::stream)
                        .forEach(commits::add);
            });
        }

        /** The first day from which on every unit is what it is on that day. */
        LocalDate since(LocalDate day) {
            return Objects.requireNonNullElse(changes.floor(day), LocalDate.MIN);
        }

        /** The last commit about units that is known at a commit. */
        long at(long asOf) {
            return Objects.requireNonNullElse(commits.floor(asOf), 0L);
        }

        @SuppressWarnings("unchecked") // a key is of one type of results
        <T> T once(Object key, Supplier<T> make) {
            synchronized (made) {
                Object there = made.get(key);
                if (there != null) {
                    return (T) there;
                }
            }
            T result = make.get();
            synchronized (made) {
                made.put(key, Objects.requireNonNull(result));
            }
            return result;
        }
    }

    /** @param at last commit about units that counts */
    private record RollUpKey(String unit, Boundaries boundaries, LocalDate day, LocalDate today, long at) {}

    private record CoveringKey(String unit, List<String> all, LocalDate day, long at) {}

    /**
     * @param day   day of the figures; as-was shows the units of that day
     * @param today day whose units as-now shows
     */
    public Optional<UnitRollUp> find(String unit, Boundaries boundaries, LocalDate day, LocalDate today, long asOf) {
        return of(unit, asOf).find(boundaries, day, today);
    }

    /** For several days of one unit: whether the units are what they were is asked once. */
    public RollUpsOfUnit of(String unit, long asOf) {
        List<Unit> now = all.of(unit, Long.MAX_VALUE, units.documents(), () -> units.all(unit));
        KnownUnits last = known;
        if (!last.units.equals(now)) {
            last = new KnownUnits(now);
            known = last;
        }
        return new RollUpsOfUnit(unit, asOf, last);
    }

    /** Roll-ups of a unit as of a commit. */
    public final class RollUpsOfUnit {

        private final String unit;
        private final long asOf;
        private final KnownUnits state;

        private RollUpsOfUnit(String unit, long asOf, KnownUnits state) {
            this.unit = unit;
            this.asOf = asOf;
            this.state = state;
        }

        /** As {@link UnitRollUps#find}. */
        public Optional<UnitRollUp> find(Boundaries boundaries, LocalDate day, LocalDate today) {
            LocalDate shown = boundaries == Boundaries.AS_WAS ? day : today;
            RollUpKey key = new RollUpKey(unit, boundaries, state.since(day), state.since(today), state.at(asOf));
            return state.once(key, () -> made(unit, boundaries, day, shown, asOf))
                    .map(found -> found.on(shown, inForce(found.unit(), day, shown)));
        }

        /**
         * For each of the units of a roll-up with teams of its own the units whose teams work in it on a day. One that had become part
         * of another by then has none, except the unit itself.
         */
        public Map<String, List<String>> covering(UnitRollUp rollUp, LocalDate day) {
            List<String> all = rollUp.all();
            return state.once(new CoveringKey(unit, all, state.since(day), state.at(asOf)), () -> {
                UnitLineage lineage = units.lineage(all, day, asOf);
                Map<String, List<String>> covering = new LinkedHashMap<>();
                all.stream()
                        .filter(each -> each.equals(unit)
                                || lineage.chain(new UnitId(each)).size() == 1)
                        .forEach(each -> covering.put(
                                each,
                                lineage.covering(new UnitId(each)).stream()
                                        .map(UnitId::value)
                                        .toList()));
                return covering;
            });
        }
    }

    private Optional<UnitRollUp> made(String unit, Boundaries boundaries, LocalDate day, LocalDate shown, long asOf) {
        return units.find(unit, shown, asOf)
                .map(found -> found.gone()
                        ? scattered(found, boundaries, day, shown, asOf)
                        : gathered(found, boundaries, shown, asOf));
    }

    /**
     * The contents of a unit on a day, shown in the communes of today in which they lie, whether the unit still exists
     * or not.
     */
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

    private static LocalDate inForce(UnitOnDay unit, LocalDate day, LocalDate shown) {
        return unit.lastDayBy(shown).isBefore(day) ? unit.lastDayBy(shown) : day;
    }

    /** The contents of a unit on a day, at the latest its last, in the units of another day. */
    private UnitRollUp scattered(UnitOnDay unit, Boundaries boundaries, LocalDate day, LocalDate shown, long asOf) {
        LocalDate inForce = inForce(unit, day, shown);
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

        /** The place of a residential unit or commune; absent if it does not count in the unit. */
        Optional<Spot> spot(String id) {
            return resolver.path(id)
                    .or(() -> resolver.pathOfCommune(id))
                    .flatMap(path -> scattered ? scatter(path) : gather(path));
        }

        /** The same for several threads. */
        private synchronized Optional<Spot> shared(String id) {
            return spot(id);
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
                    this::shared,
                    then);
        }
    }
}
