package vn.soto.query.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.correction.ImpactView.ChangedFigure;
import vn.soto.query.correction.ImpactView.Where;
import vn.soto.query.indicator.DashboardFields;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.report.TeamQuarters.TeamQuarter;
import vn.soto.query.unit.Boundaries;

/** Collects the figures that differ between two answers. Not thread-safe. */
final class ChangedFigures {

    private static final int MOST = 500;

    private final Locale language;
    private final List<ChangedFigure> figures = new ArrayList<>();
    private boolean more;
    private int unchanged;

    ChangedFigures(Locale language) {
        this.language = language;
    }

    List<ChangedFigure> all() {
        return List.copyOf(figures);
    }

    /** Whether some were left out. */
    boolean more() {
        return more;
    }

    int unchanged() {
        return unchanged;
    }

    /** Returns whether a figure of the team differs. */
    boolean team(String team, Quarter quarter, @Nullable TeamQuarter before, @Nullable TeamQuarter after) {
        Where where = new Where(new TeamId(team), null, quarter.toString(), null);
        Set<String> codes = new LinkedHashSet<>();
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .forEach(known -> codes.addAll(known.figures().keySet()));
        boolean differs = false;
        for (String code : codes) {
            Change change =
                    new Change(before == null ? null : before.figure(code), after == null ? null : after.figure(code));
            if (change.isOne()) {
                differs = true;
                add(where, Optional.of(code), code, change);
            } else {
                unchanged++;
            }
        }
        return differs;
    }

    /** The figures of a unit without and with the events; empty where it was not there. */
    record UnitSides(SortedMap<String, Long> without, SortedMap<String, Long> with) {

        private Change of(String name) {
            return new Change(value(name, without), value(name, with));
        }

        /** A service that nobody was helped with is not among the figures. */
        private static @Nullable Long value(String name, SortedMap<String, Long> figures) {
            return figures.isEmpty() ? null : figures.getOrDefault(name, 0L);
        }

        private Stream<Map.Entry<String, Long>> all() {
            return Stream.concat(without.entrySet().stream(), with.entrySet().stream());
        }
    }

    private record Change(@Nullable Long before, @Nullable Long after) {

        boolean isOne() {
            return !Objects.equals(before, after);
        }
    }

    /** A change that is the same in several boundaries is one figure. */
    void unit(String unit, Quarter quarter, Map<Boundaries, UnitSides> sides) {
        if (sides.values().stream().flatMap(UnitSides::all).allMatch(figure -> figure.getValue() == 0)) {
            return;
        }
        Set<String> names = new TreeSet<>();
        sides.values().stream().flatMap(UnitSides::all).map(Map.Entry::getKey).forEach(names::add);
        for (String name : names) {
            Map<Change, List<String>> changes = new LinkedHashMap<>();
            sides.forEach((boundaries, each) -> {
                if (each.of(name).isOne()) {
                    changes.computeIfAbsent(each.of(name), change -> new ArrayList<>())
                            .add(boundaries.text());
                }
            });
            changes.forEach((change, boundaries) -> add(
                    new Where(null, new UnitId(unit), quarter.toString(), List.copyOf(boundaries)),
                    DashboardFields.code(name),
                    name,
                    change));
            if (changes.isEmpty()) {
                unchanged++;
            }
        }
    }

    private void add(Where where, Optional<String> code, String name, Change change) {
        if (figures.size() == MOST) {
            more = true;
            return;
        }
        String text = code.map(known -> IndicatorTexts.name(known, language)).orElse(null);
        figures.add(new ChangedFigure(where, code.orElse(name), text, change.before, change.after));
    }
}
