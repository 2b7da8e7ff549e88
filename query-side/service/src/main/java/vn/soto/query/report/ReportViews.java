package vn.soto.query.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Viewer;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.report.PresentFigures.Change;
import vn.soto.query.report.PresentFigures.Line;
import vn.soto.query.report.ReportView.Submission;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.timeline.EventLoader;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Place;

/** Makes views of reports: with the reasons of submissions, and with what became of the figures since. */
@Component
final class ReportViews {

    private final Reports reports;
    private final ReportLines lines;
    private final Derivation derivation;
    private final EventLoader bodies;
    private final CommitReasons reasons;

    ReportViews(Reports reports, ReportLines lines, Derivation derivation, EventLoader bodies, CommitReasons reasons) {
        this.reports = reports;
        this.lines = lines;
        this.derivation = derivation;
        this.bodies = bodies;
        this.reasons = reasons;
    }

    /** The reader of a view, to whom it shows reasons. */
    record Reader(Viewer viewer, Locale language) {}

    ReportView view(Sight sight, Reader reader) {
        return view(sight, null, reader);
    }

    /** @param limit most changes of a line */
    ReportView viewWithPresent(Sight sight, int limit, Reader reader) {
        return view(sight, sight.version().isPresent() ? present(sight, limit, reader) : null, reader);
    }

    private ReportView view(Sight sight, @Nullable PresentFigures present, Reader reader) {
        return ReportView.of(sight, lines.of(sight, reader.language()), submissions(sight, reader), present);
    }

    private List<Submission> submissions(Sight sight, Reader reader) {
        List<Report.Version> versions = sight.versions();
        boolean late = !versions.isEmpty() && versions.getFirst().late();
        Map<Long, Body> submitted =
                bodies
                        .of(versions.stream()
                                .map(version -> new Place(version.position(), version.commit()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Body::position, body -> body));
        return versions.stream()
                .map(version -> Submission.of(version, late, reason(submitted.get(version.position()), reader)))
                .toList();
    }

    private CommitReasons.Shown reason(@Nullable Body body, Reader reader) {
        return body == null
                ? new CommitReasons.Shown(null, null, null)
                : reasons.of(body.commit(), reader.viewer(), reader.language());
    }

    private PresentFigures present(Sight sight, int limit, Reader reader) {
        Map<String, List<FigureStep>> steps = new HashMap<>();
        reports.steps(sight)
                .forEach(step -> steps.computeIfAbsent(step.code(), code -> new ArrayList<>())
                        .add(step));
        Map<Long, Body> found = bodies(
                sight,
                steps.values().stream()
                        .flatMap(all -> all.stream().limit(limit))
                        .toList());
        Map<String, Long> reported = values(sight, sight.figures(), sight.pin().commit());
        Map<String, Long> present = values(sight, sight.present(), sight.now().commit());
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
                                reader))
                        .toList());
    }

    private Line line(
            String code,
            @Nullable Long reported,
            @Nullable Long present,
            List<FigureStep> steps,
            int limit,
            Map<Long, Body> found,
            Reader reader) {
        List<Change> changes = changes(steps.subList(0, Math.min(limit, steps.size())), found, reader);
        return new Line(code, reported, present, difference(reported, present), steps.size(), changes);
    }

    private static @Nullable Long difference(@Nullable Long reported, @Nullable Long present) {
        return reported == null || present == null ? null : (Long) (present - reported);
    }

    private List<Change> changes(List<FigureStep> steps, Map<Long, Body> found, Reader reader) {
        return steps.stream()
                .flatMap(step -> Stream.ofNullable(found.get(step.position()))
                        .map(body -> Change.of(step, body, reason(body, reader))))
                .toList();
    }

    private Map<Long, Body> bodies(Sight sight, Collection<FigureStep> steps) {
        return derivation.bodies(
                sight.team(),
                steps.stream().map(FigureStep::position).distinct().sorted().toList());
    }

    private Map<String, Long> values(Sight sight, List<Figure> figures, long commit) {
        Map<String, Long> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.code(), figure.value()));
        if (IndicatorTexts.codes(sight.indicators()).contains(IndicatorTexts.UNASSIGNED)) {
            values.put(IndicatorTexts.UNASSIGNED, lines.unassigned(sight, commit));
        }
        return values;
    }

    /** The events since the version, or none for a draft, that changed one figure. */
    PresentFigures.Page changes(Sight sight, String code, int from, int limit, Reader reader) {
        Map<String, Long> reported = values(sight, sight.figures(), sight.pin().commit());
        Map<String, Long> present = values(sight, sight.present(), sight.now().commit());
        if (!reported.containsKey(code)
                && !present.containsKey(code)
                && !(Indicators.stated(code)
                        && Indicators.codes(sight.indicators()).contains(code))) {
            throw QueryProblemException.absent("figure", code);
        }
        List<FigureStep> steps = reports.steps(sight).stream()
                .filter(step -> step.code().equals(code))
                .toList();
        int end = Math.min(steps.size(), from + limit);
        List<FigureStep> page = steps.subList(Math.min(from, end), end);
        Long was = FigureStep.value(code, reported);
        Long is = FigureStep.value(code, present);
        return new PresentFigures.Page(
                code,
                was,
                is,
                difference(was, is),
                sight.now().pin(),
                changes(page, bodies(sight, page), reader),
                end < steps.size() ? end : null);
    }
}
