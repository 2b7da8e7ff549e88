package vn.soto.contracts.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.PeriodSegments.Segment;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;

/**
 * A team's figures for a period of its authority: of what was recorded in time, and of what is carried into it from
 * earlier periods. A segment adds the difference of the figures between its ends. So the figures of all periods add up
 * to those of everything recorded.
 *
 * @param version of the definitions
 */
public record PeriodFigures(int version, FiguresOfDays figures, PeriodSegments segments) {

    /**
     * The figures of the period's own days that count in it. A state is that of the last segment.
     *
     * @param before position after the last event that counts
     */
    public List<Figure> own(TeamId team, Quarter quarter, long before) {
        List<Segment> own = segments.own(quarter, before);
        Map<String, Long> sum = values(team, own.getFirst(), own.getFirst().before());
        own.subList(1, own.size()).forEach(segment -> add(team, segment, sum));
        if (own.size() > 1) {
            sum.keySet().removeIf(Indicators::isState);
            values(team, own.getLast(), own.getLast().before()).forEach(sum::putIfAbsent);
        }
        return figures(sum);
    }

    /**
     * The figures of earlier periods that count in this one, without zeros, unless somebody told the zero only now. Only
     * counts, because a state on the last day of an earlier period is none of this one.
     *
     * @param before position after the last event that counts
     */
    public List<Figure> carried(TeamId team, Quarter quarter, long before) {
        Map<String, Long> sum = new HashMap<>();
        Set<String> told = new HashSet<>();
        segments.carried(quarter, before).forEach(segment -> told.addAll(add(team, segment, sum)));
        return figures(sum).stream()
                .filter(figure -> figure.value() != 0 || told.contains(figure.code()))
                .filter(figure -> !Indicators.isState(figure.code()))
                .toList();
    }

    /**
     * The ids behind the figures of distinct households, businesses and members that count in the period, by code. Those
     * of a state are of the last segment.
     */
    public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, long before) {
        Map<String, Set<String>> all = new HashMap<>();
        for (Segment segment : segments.own(quarter, before)) {
            Map<String, Set<String>> known =
                    segment.from() == 0 ? Map.of() : figures.distinct(version, team, segment.days(), segment.from());
            figures.distinct(version, team, segment.days(), segment.before()).forEach((code, ids) -> {
                if (Indicators.isState(code)) {
                    all.put(code, ids);
                } else {
                    Set<String> since = new HashSet<>(ids);
                    since.removeAll(known.getOrDefault(code, Set.of()));
                    all.computeIfAbsent(code, c -> new HashSet<>()).addAll(since);
                }
            });
        }
        return all;
    }

    /** The codes of voluntary figures that nobody had told before the segment. */
    private Set<String> add(TeamId team, Segment segment, Map<String, Long> sum) {
        Map<String, Long> after = values(team, segment, segment.before());
        Map<String, Long> known = values(team, segment, segment.from());
        after.forEach((code, value) -> sum.merge(code, value, Long::sum));
        known.forEach((code, value) -> sum.merge(code, -value, Long::sum));
        after.keySet().removeIf(code -> known.containsKey(code) || !Indicators.voluntary(code));
        return after.keySet();
    }

    private Map<String, Long> values(TeamId team, Segment segment, long before) {
        Map<String, Long> values = new HashMap<>();
        figures.figures(version, team, segment.days(), before)
                .forEach(figure -> values.put(figure.code(), figure.value()));
        return values;
    }

    /** In the order of the definitions. */
    private List<Figure> figures(Map<String, Long> values) {
        return Indicators.codes(version, values.keySet()).stream()
                .flatMap(code -> Optional.ofNullable(values.get(code)).map(value -> new Figure(code, value)).stream())
                .toList();
    }
}
