package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.query.unit.SuccessionResolver.ResolvedUnit;

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
        return switch (boundaries) {
            case AS_WAS -> units.find(unit, day, asOf).map(found -> asWas(found, day, asOf));
            case AS_NOW -> units.find(unit, today, asOf).map(found -> asNow(found, day, today, asOf));
        };
    }

    private UnitRollUp asWas(UnitOnDay unit, LocalDate day, long asOf) {
        List<UnitOnDay> children = units.children(unit.id(), day, asOf);
        Map<String, List<String>> below =
                units.below(children.stream().map(UnitOnDay::id).toList(), day, asOf);
        List<UnitRollUp.Part> parts = children.stream()
                .map(child -> new UnitRollUp.Part(child, below.getOrDefault(child.id(), List.of())))
                .toList();
        return new UnitRollUp(unit, Boundaries.AS_WAS, day, List.of(unit.id()), parts, List.of());
    }

    /** The contents of the unit today; for an ended unit its last contents, shown in the units of today. */
    private UnitRollUp asNow(UnitOnDay unit, LocalDate day, LocalDate today, long asOf) {
        SuccessionResolver resolver = new SuccessionResolver(units, today, asOf);
        Sorter sorter = new Sorter(unit);
        if (unit.gone()) {
            List<String> contents = asWas(unit, day, asOf).all();
            resolver.read(contents);
            contents.forEach(id -> resolver.path(id).ifPresent(path -> sorter.scatter(id, path, resolver)));
        } else {
            resolver.reachable(unit.id()).forEach(id -> resolver.path(id).ifPresent(path -> sorter.gather(id, path)));
        }
        return sorter.territory(resolver, today);
    }

    /** Assigns each residential unit to the part in which it counts. */
    private static final class Sorter {

        private final UnitOnDay unit;
        private final List<String> own = new ArrayList<>();
        private final Map<String, List<String>> parts = new LinkedHashMap<>();
        private final List<String> undecided = new ArrayList<>();

        Sorter(UnitOnDay unit) {
            this.unit = unit;
        }

        /** Assigns {@code id} to the part directly in the unit, if it counts in the unit. */
        void gather(String id, List<ResolvedUnit> path) {
            int index = path.stream().map(ResolvedUnit::unit).toList().indexOf(unit.id());
            if (index < 0) {
                return;
            }
            if (path.get(index).undecided()) {
                undecided.add(id);
            } else if (index == 0) {
                own.add(id);
            } else {
                part(path.get(index - 1).unit(), id);
            }
        }

        /**
         * Assigns the contents of an ended unit to the communes of today; those of a residential unit to units of its
         * own tier.
         */
        void scatter(String id, List<ResolvedUnit> path, SuccessionResolver resolver) {
            for (ResolvedUnit resolved : path) {
                if (resolved.undecided() || resolved.unit().equals(Units.root())) {
                    undecided.add(id);
                    return;
                }
                if (unit.kind().residential() || !resolver.residential(resolved.unit())) {
                    part(resolved.unit(), id);
                    return;
                }
            }
        }

        private void part(String line, String id) {
            parts.computeIfAbsent(line, u -> new ArrayList<>()).add(id);
        }

        UnitRollUp territory(SuccessionResolver resolver, LocalDate today) {
            if (!unit.gone()) {
                resolver.childrenOf(unit.id()).forEach(child -> parts.putIfAbsent(child, List.of()));
            }
            List<UnitRollUp.Part> lines = parts.entrySet().stream()
                    .flatMap(part ->
                            resolver
                                    .find(part.getKey())
                                    .map(line -> new UnitRollUp.Part(line, List.copyOf(part.getValue())))
                                    .stream())
                    .sorted(Comparator.<UnitRollUp.Part, String>comparing(
                                    part -> part.unit().name())
                            .thenComparing(part -> part.unit().id()))
                    .toList();
            return new UnitRollUp(unit, Boundaries.AS_NOW, today, List.copyOf(own), lines, List.copyOf(undecided));
        }
    }
}
