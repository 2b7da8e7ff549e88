package vn.soto.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.PeriodSegments.Segment;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FiguresOfDays;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.report.PeriodFigures;
import vn.soto.contracts.report.ReportContents;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader;
import vn.soto.query.timeline.Timelines;

/**
 * Derives a team's figures again from what was kept of the ledger: every event that {@link Indicators} counts for a team has
 * that team's tag. A team that has a household for a while is told what comes next. It hears of each correction of a
 * hand-over that was decided for it, too.
 */
@Component
final class Derivation {

    private final TeamFigures figures;
    private final FiguresOfDays remembered;
    private final Timelines timelines;
    private final EventLoader bodies;

    Derivation(Documents documents, Timelines timelines, EventLoader bodies) {
        this.figures = new TeamFigures(FigureDocuments.in(documents));
        this.remembered = new RememberedFigures(documents, figures);
        this.timelines = timelines;
        this.bodies = bodies;
    }

    /**
     * A period of a team, and how its figures are defined.
     *
     * @param version  of the definitions
     * @param segments in which period everything counts
     */
    record Scope(int version, TeamId team, QuarterDays days, PeriodSegments segments) {

        private Quarter quarter() {
            return days.quarter();
        }
    }

    /**
     * The figures of a period.
     *
     * @param own     of what happened in it and counts in it
     * @param carried of what happened in earlier periods and counts in it, without zeros
     */
    record Counts(List<Figure> own, List<Figure> carried) {

        /** Both together, in the order of the definitions. */
        List<Figure> all() {
            return ReportContents.sum(own, carried);
        }
    }

    /** @param before position after the last event that counts */
    Counts of(Scope scope, long before) {
        PeriodFigures counting = new PeriodFigures(scope.version, remembered, scope.segments);
        return new Counts(
                counting.own(scope.team, scope.quarter(), before),
                counting.carried(scope.team, scope.quarter(), before));
    }

    /** As {@link #evidence(Scope, long)}, of one figure. */
    List<Counted> evidence(Scope scope, String code, long before) {
        return evidence(scope, before).getOrDefault(code, List.of());
    }

    /**
     * The items that each figure counts; after a closing, or carried into the period, they are counted by event.
     *
     * @param before position after the last event that counts
     */
    Map<String, List<Counted>> evidence(Scope scope, long before) {
        List<Segment> own = scope.segments.own(scope.quarter(), before);
        Map<String, List<Counted>> first = evidence(scope, own.getFirst());
        Map<String, List<Counted>> last = own.size() == 1 ? first : evidence(scope, own.getLast());
        Map<String, List<Counted>> counted = new HashMap<>();
        first.forEach((code, items) -> {
            if (!Indicators.isState(code)) {
                counted.put(code, new ArrayList<>(items));
            }
        });
        last.forEach((code, items) -> {
            if (Indicators.isState(code)) {
                counted.put(code, items);
            }
        });
        List<Segment> later = new ArrayList<>(own.subList(1, own.size()));
        later.addAll(scope.segments.carried(scope.quarter(), before));
        later.stream()
                .flatMap(segment -> steps(scope, segment))
                .filter(step -> !Indicators.isState(step.code()))
                .forEach(step -> counted.computeIfAbsent(step.code(), code -> new ArrayList<>())
                        .add(new Counted(step.difference(), List.of(step.position()))));
        return counted;
    }

    private Map<String, List<Counted>> evidence(Scope scope, Segment segment) {
        return figures.derive(scope.version, scope.team, segment.days(), segment.before())
                .evidence();
    }

    /** The households, businesses and members behind the distinct figures, by code. */
    Map<String, Set<String>> distinct(Scope scope, long before) {
        return new PeriodFigures(scope.version, remembered, scope.segments)
                .distinct(scope.team, scope.quarter(), before);
    }

    /** The changes of the figures of a segment's days by its events. */
    private Stream<FigureStep> steps(Scope scope, Segment segment) {
        @Nullable
        Quarter late = segment.days().quarter().equals(scope.quarter())
                ? null
                : segment.days().quarter();
        FigureSteps steps =
                new FigureSteps(new Indicators(scope.version, scope.team, segment.days()), segment.from(), late);
        figures.replay(scope.team, segment.days(), segment.before(), steps::on);
        return steps.all().stream();
    }

    /**
     * The changes of the figures by the events from a position up to another, oldest first.
     *
     * @param from   position of the first event whose changes are wanted
     * @param before position after the last one
     */
    List<FigureStep> steps(Scope scope, long from, long before) {
        Stream<FigureStep> own =
                since(scope.segments.own(scope.quarter(), before), from).flatMap(segment -> steps(scope, segment));
        Stream<FigureStep> carried = since(scope.segments.carried(scope.quarter(), before), from)
                .flatMap(segment -> steps(scope, segment))
                .filter(step -> !Indicators.isState(step.code()));
        return Stream.concat(own, carried)
                .sorted(Comparator.comparingLong(FigureStep::position))
                .toList();
    }

    private static Stream<Segment> since(List<Segment> segments, long from) {
        return segments.stream()
                .filter(segment -> segment.before() > from)
                .map(segment -> new Segment(segment.days(), Math.max(segment.from(), from), segment.before()));
    }

    /**
     * The late changes of a period: those of its figures by events recorded while it was closed, oldest first.
     *
     * @param before position after the last event that counts
     */
    List<FigureStep> late(Scope scope, long before) {
        return scope.segments.late(scope.quarter(), before).stream()
                .flatMap(segment -> steps(scope, segment))
                .toList();
    }

    /**
     * In how many figures what arrived too late for the period makes a difference. It counts the quarter only at the ends of
     * the segments, where {@link #late} counts it after each event.
     *
     * @param before position after the last event that counts
     */
    int lateLines(Scope scope, long before) {
        Set<String> codes = new HashSet<>();
        for (Segment segment : scope.segments.late(scope.quarter(), before)) {
            Map<String, Long> from = values(scope, segment, segment.from());
            Map<String, Long> to = values(scope, segment, segment.before());
            Stream.concat(from.keySet().stream(), to.keySet().stream())
                    .filter(code -> !Objects.equals(FigureStep.value(code, from), FigureStep.value(code, to)))
                    .forEach(codes::add);
        }
        return codes.size();
    }

    private Map<String, Long> values(Scope scope, Segment segment, long before) {
        return ReportLines.byCode(remembered.figures(scope.version, scope.team, segment.days(), before));
    }

    /** The events at these positions, all of which are in the team's timeline. */
    Map<Long, EventLoader.Body> bodies(TeamId team, List<Long> positions) {
        Map<Long, EventLoader.Body> found = new HashMap<>();
        bodies.of(timelines.at(team, positions)).forEach(body -> found.put(body.position(), body));
        return found;
    }
}
