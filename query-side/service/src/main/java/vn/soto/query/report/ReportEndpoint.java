package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.household.Registrations.Registered;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.ReportViews.ReportAudience;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.EventSentences;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

@RestController
final class ReportEndpoint {

    private static final int NEVER_SO_MANY = 1_000_000;
    private static final Range FROM = new Range("from", 0, NEVER_SO_MANY);
    private static final Range VERSION = new Range("version", 1, NEVER_SO_MANY);

    private final QueryExecutor queries;
    private final Reports reports;
    private final ReportLines lines;
    private final Derivation derivation;
    private final ReportViews views;
    private final UnassignedHouseholds households;
    private final QuerySettings settings;
    private final Today today;
    private final EventSentences sentences;

    ReportEndpoint(
            QueryExecutor queries,
            Reports reports,
            ReportLines lines,
            Derivation derivation,
            ReportViews views,
            UnassignedHouseholds households,
            QuerySettings settings,
            Today today,
            EventSentences sentences) {
        this.sentences = sentences;
        this.queries = queries;
        this.lines = lines;
        this.reports = reports;
        this.derivation = derivation;
        this.views = views;
        this.households = households;
        this.settings = settings;
        this.today = today;
    }

    /**
     * The latest version or a given one; the draft while none is submitted. With {@code present=true} the figures as they derive
     * now stand beside the version's, each with up to {@code limit} of the events that changed it.
     */
    @Requires(value = EndpointRight.FIGURES, of = "team")
    @GetMapping("/api/teams/{team}/reports/{quarter}")
    Mono<QueryAnswer<ReportView>> report(
            QueryContext context,
            Viewer viewer,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<BooleanParameter> present,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        return queries.answer(context, asOf -> {
            ReportAudience audience = new ReportAudience(viewer, Language.of(exchange), today.of(context, asOf));
            // Who may see figures alone is told how many events changed them, and not which.
            int most = Reader.current().reaches(EndpointRight.RECORDS, IdKind.TEAM, team)
                    ? Range.limit(limit, settings)
                    : 0;
            Sight sight = sight(team, quarter, version, today.of(context, asOf), asOf);
            return present.equals(Optional.of(BooleanParameter.TRUE))
                    ? views.viewWithPresent(sight, most, audience)
                    : views.view(sight, audience);
        });
    }

    /** The events since the latest version, or a given one, that changed a figure. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/reports/{quarter}/figures/{code}/changes")
    Mono<QueryAnswer<PresentFigures.Page>> changes(
            QueryContext context,
            Viewer viewer,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @PathVariable String code,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        return queries.answer(context, asOf -> {
            ReportAudience audience = new ReportAudience(viewer, Language.of(exchange), today.of(context, asOf));
            int first = FROM.check(from).orElse(0L).intValue();
            int most = Range.limit(limit, settings);
            return views.changes(
                    sight(team, quarter, version, today.of(context, asOf), asOf), code, first, most, audience);
        });
    }

    /** What was recorded for the period while it was closed, oldest first, and in which period it counts. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/reports/{quarter}/late")
    Mono<QueryAnswer<LateView>> late(
            QueryContext context,
            Viewer viewer,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        return queries.answer(context, asOf -> {
            ReportAudience audience = new ReportAudience(viewer, Language.of(exchange), today.of(context, asOf));
            int first = FROM.check(from).orElse(0L).intValue();
            return views.late(reports.find(team, quarter, 0, asOf), first, Range.limit(limit, settings), audience);
        });
    }

    /** The events behind a figure. */
    @Requires(value = EndpointRight.RECORDS, of = "team")
    @GetMapping("/api/teams/{team}/reports/{quarter}/figures/{code}")
    Mono<QueryAnswer<FigureView>> figure(
            QueryContext context,
            @PathVariable String team,
            @PathVariable Quarter quarter,
            @PathVariable String code,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit,
            ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> {
            int first = FROM.check(from).orElse(0L).intValue();
            int most = Range.limit(limit, settings);
            return figure(sight(team, quarter, version, today.of(context, asOf), asOf), code, first, most, language);
        });
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
