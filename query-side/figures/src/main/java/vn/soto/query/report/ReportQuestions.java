package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventSentences;
import vn.soto.query.household.Registrations.Registered;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

@RestController
record ReportQuestions(
        Reports reports,
        ReportLines lines,
        Derivation derivation,
        ReportViews views,
        UnassignedHouseholds households,
        EventSentences sentences) {

    private static final int NEVER_SO_MANY = 1_000_000;
    private static final Range FROM = new Range("from", 0, NEVER_SO_MANY);
    private static final Range VERSION = new Range("version", 1, NEVER_SO_MANY);

    /**
     * The latest version or a given one; the draft while none is submitted. With {@code present=true} the figures as they derive
     * now stand beside the version's, each with up to {@code limit} of the events that changed it.
     */
    @Query(at = "/api/teams/{team}/reports/{quarter}", right = EndpointRight.FIGURES, of = "team")
    ReportView report(
            Asked asked,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<BooleanParameter> present,
            @RequestParam Optional<Long> limit) {
        // Who may see figures alone is told how many events changed them, and not which.
        int most = Reader.current().reaches(EndpointRight.RECORDS, IdKind.TEAM, team) ? asked.limit(limit) : 0;
        Sight sight = sight(team, quarter, version, asked.today(), asked.asOf());
        ReportView view = present.equals(Optional.of(BooleanParameter.TRUE))
                ? views.viewWithPresent(sight, most, asked)
                : views.view(sight, asked);
        asked.refusedNow(view.refusals(asked.today()));
        return view;
    }

    /** The events since the latest version, or a given one, that changed a figure. */
    @Query(
            at = "/api/teams/{team}/reports/{quarter}/figures/{code}/changes",
            right = EndpointRight.RECORDS,
            of = "team")
    PresentFigures.Page changes(
            Asked asked,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @PathVariable String code,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        return views.changes(sight(team, quarter, version, asked.today(), asked.asOf()), code, first, most, asked);
    }

    /** The events recorded for the period while it was closed, oldest first, with the periods in which they count. */
    @Query(at = "/api/teams/{team}/reports/{quarter}/late", right = EndpointRight.RECORDS, of = "team")
    LateView late(
            Asked asked,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        return views.late(reports.find(team, quarter, 0, asked.asOf()), first, asked.limit(limit), asked);
    }

    /** The events behind a figure. */
    @Query(at = "/api/teams/{team}/reports/{quarter}/figures/{code}", right = EndpointRight.RECORDS, of = "team")
    FigureView figure(
            Asked asked,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @PathVariable String code,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Locale language = asked.language();
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        return figure(sight(team, quarter, version, asked.today(), asked.asOf()), code, first, most, language);
    }

    private Sight sight(String team, Quarter quarter, Optional<Long> version, LocalDate day, long asOf) {
        Sight sight = reports.find(team, quarter, VERSION.check(version).orElse(0L), asOf);
        if (sight.version().isEmpty()) {
            Reports.checkBegins(team, sight.current().days(), day);
        }
        return sight;
    }

    private FigureView figure(Sight sight, String code, int from, int limit, Locale language) {
        ReportLine figure =
                lines.of(sight, code, language).orElseThrow(() -> QueryProblemException.absent("figure", code));
        if (code.equals(IndicatorTexts.UNASSIGNED)) {
            return ofHouseholds(sight, figure, from, limit, language);
        }
        List<Counted> evidence = reports.evidence(sight, code);
        int end = Math.min(evidence.size(), from + limit);
        List<Counted> page = evidence.subList(Math.min(from, end), end);
        Map<Long, Body> bodies = derivation.bodies(
                sight.team(),
                page.stream().flatMap(counted -> counted.positions().stream()).toList());
        Map<Long, String> said =
                sentences.of(bodies.values(), language, sight.now().commit());
        return new FigureView(
                code,
                figure.reported(),
                evidence.stream().mapToLong(Counted::amount).sum(),
                new ReportView.Pin(sight.pin().commit(), sight.pinnedChain()),
                page.stream()
                        .map(entry -> FigureView.entry(entry, bodies, said))
                        .toList(),
                page.stream().map(Counted::amount).toList(),
                end < evidence.size() ? end : null,
                figure.name(),
                figure.unit(),
                IndicatorTexts.definition(code, sight.indicators(), language));
    }

    private FigureView ofHouseholds(Sight sight, ReportLine figure, int from, int limit, Locale language) {
        List<Registered> counted = households.of(sight);
        int end = Math.min(counted.size(), from + limit);
        List<Registered> page = counted.subList(Math.min(from, end), end);
        return new FigureView(
                figure.code(),
                figure.reported(),
                counted.size(),
                new ReportView.Pin(sight.pin().commit(), sight.pinnedChain()),
                households.entries(sight, page, language),
                page.stream().map(household -> 1L).toList(),
                end < counted.size() ? end : null,
                figure.name(),
                figure.unit(),
                IndicatorTexts.definition(figure.code(), sight.indicators(), language));
    }
}
