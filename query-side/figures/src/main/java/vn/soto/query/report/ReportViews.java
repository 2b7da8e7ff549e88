package vn.soto.query.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.Period;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.http.Asked;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.report.PresentFigures.Change;
import vn.soto.query.report.PresentFigures.Line;
import vn.soto.query.report.Reports.Sight;

/** Makes views of reports: with the reasons of submissions, and with what became of the figures since. */
@Component
record ReportViews(
        Reports reports,
        ReportLines lines,
        Derivation derivation,
        UnassignedHouseholds households,
        CommitReasons reasons,
        ReportCourses courses) {

    private static final String UNASSIGNED = IndicatorTexts.UNASSIGNED;

    ReportView view(Sight sight, Asked asked) {
        return view(sight, null, asked);
    }

    /** @param limit most changes of a line */
    ReportView viewWithPresent(Sight sight, int limit, Asked asked) {
        return view(sight, sight.version().isPresent() ? present(sight, limit, asked) : null, asked);
    }

    private ReportView view(Sight sight, @Nullable PresentFigures present, Asked asked) {
        ReportHistory history = courses.history(sight);
        ReportHistory.Written written = courses.written(sight, history);
        List<ReportLine> figures = lines.of(sight, written, courses.overrides(written, asked), asked.language());
        return ReportView.of(
                sight,
                figures,
                courses.submissions(sight, history, asked),
                present,
                courses.course(sight, history, figures, asked));
    }

    private PresentFigures present(Sight sight, int limit, Asked asked) {
        Map<String, List<FigureStep>> steps = new HashMap<>();
        reports.steps(sight)
                .forEach(step -> steps.computeIfAbsent(step.code(), code -> new ArrayList<>())
                        .add(step));
        Map<Long, Body> found = bodies(
                sight,
                steps.values().stream()
                        .flatMap(all -> all.stream().limit(limit))
                        .toList());
        List<UnassignedHouseholds.Step> moved = households.steps(sight);
        steps.put(
                UNASSIGNED, moved.stream().map(UnassignedHouseholds.Step::step).toList());
        found.putAll(households.bodies(moved.stream().limit(limit).toList()));
        Map<String, Long> reported = lines.reported(sight);
        Map<String, Long> present = lines.present(sight);
        Set<String> codes = new LinkedHashSet<>(reported.keySet());
        codes.addAll(present.keySet());
        return new PresentFigures(
                sight.now().pin(),
                codes.stream()
                        .map(code -> line(
                                code,
                                FigureStep.value(code, reported),
                                FigureStep.value(code, present),
                                steps.getOrDefault(code, List.of()),
                                limit,
                                found,
                                asked))
                        .toList());
    }

    private Line line(
            String code,
            @Nullable Long reported,
            @Nullable Long present,
            List<FigureStep> steps,
            int limit,
            Map<Long, Body> found,
            Asked asked) {
        List<Change> changes = changes(steps.subList(0, Math.min(limit, steps.size())), found, asked);
        return new Line(code, reported, present, difference(reported, present), steps.size(), changes);
    }

    private static @Nullable Long difference(@Nullable Long reported, @Nullable Long present) {
        return reported == null || present == null ? null : (Long) (present - reported);
    }

    private List<Change> changes(List<FigureStep> steps, Map<Long, Body> found, Asked asked) {
        return steps.stream()
                .flatMap(step -> Stream.ofNullable(found.get(step.position()))
                        .map(body -> Change.of(step, body, reasons.of(body.commit(), asked.language()))))
                .toList();
    }

    private Map<Long, Body> bodies(Sight sight, Collection<FigureStep> steps) {
        return derivation.bodies(
                sight.team(),
                steps.stream().map(FigureStep::position).distinct().sorted().toList());
    }

    /** The events since the version, or none for a draft, that changed one figure. */
    PresentFigures.Page changes(Sight sight, String code, int from, int limit, Asked asked) {
        Map<String, Long> reported = lines.reported(sight);
        Map<String, Long> present = lines.present(sight);
        if (!ReportLines.has(sight, code, reported, present)) {
            throw QueryProblemException.absent("figure", code);
        }
        List<UnassignedHouseholds.Step> moved = code.equals(UNASSIGNED) ? households.steps(sight) : List.of();
        List<FigureStep> steps = code.equals(UNASSIGNED)
                ? moved.stream().map(UnassignedHouseholds.Step::step).toList()
                : reports.steps(sight).stream()
                        .filter(step -> step.code().equals(code))
                        .toList();
        int end = Math.min(steps.size(), from + limit);
        List<FigureStep> page = steps.subList(Math.min(from, end), end);
        Map<Long, Body> found = code.equals(UNASSIGNED)
                ? households.bodies(moved.subList(Math.min(from, end), end))
                : bodies(sight, page);
        Long was = FigureStep.value(code, reported);
        Long is = FigureStep.value(code, present);
        return new PresentFigures.Page(
                code,
                was,
                is,
                difference(was, is),
                sight.now().pin(),
                changes(page, found, asked),
                end < steps.size() ? end : null);
    }

    /** The events recorded for the period while it was closed. */
    LateView late(Sight sight, int from, int limit, Asked asked) {
        SortedMap<Long, List<FigureStep>> steps = new TreeMap<>();
        reports.late(sight)
                .forEach(step -> steps.computeIfAbsent(step.position(), position -> new ArrayList<>())
                        .add(step));
        List<Long> all = List.copyOf(steps.keySet());
        int end = Math.min(all.size(), from + limit);
        List<Long> page = all.subList(Math.min(from, end), end);
        Map<Long, Body> found = derivation.bodies(sight.team(), page);
        return new LateView(
                sight.team(),
                sight.quarter().toString(),
                sight.periods().period(sight.quarter()).map(Period::late).orElse(null),
                all.size(),
                page.stream()
                        .flatMap(position -> Stream.ofNullable(found.get(position)))
                        .map(body -> late(sight, body, steps.getOrDefault(body.position(), List.of()), asked))
                        .toList(),
                end < all.size() ? end : null);
    }

    private LateView.Entry late(Sight sight, Body body, List<FigureStep> steps, Asked asked) {
        CommitReasons.Shown reason = reasons.of(body.commit(), asked.language());
        return new LateView.Entry(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                body.commit().at(),
                body.commit().actor(),
                reason,
                sight.current()
                        .segments()
                        .destination(sight.quarter(), body.position())
                        .toString(),
                steps.stream()
                        .map(step -> new LateView.Line(step.code(), step.difference()))
                        .toList());
    }
}
