package vn.soto.query.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.period.Period;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.period.Periods.Recorded;
import vn.soto.query.period.PeriodsView.Change;
import vn.soto.query.period.PeriodsView.PeriodLine;
import vn.soto.query.period.PeriodsView.Version;
import vn.soto.query.period.PeriodsView.What;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers queries about the reporting periods of an authority. */
@RestController
final class PeriodsEndpoint {

    private final QueryExecutor queries;
    private final Periods periods;
    private final Units units;
    private final CommitReasons reasons;
    private final Today today;

    PeriodsEndpoint(QueryExecutor queries, Periods periods, Units units, CommitReasons reasons, Today today) {
        this.queries = queries;
        this.periods = periods;
        this.units = units;
        this.reasons = reasons;
        this.today = today;
    }

    /** The calendars that a unit has adopted, and the periods that it has opened or closed. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/units/{unit}/periods")
    Mono<QueryAnswer<PeriodsView>> periods(
            QueryContext context, Viewer viewer, @PathVariable String unit, ServerWebExchange exchange) {
        return queries.answer(context, asOf -> {
            if (units.find(unit, asOf).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
            List<Recorded<PeriodEvent>> events = periods.recorded(unit, asOf);
            return view(unit, events, viewer, Language.of(exchange), today.of(context, asOf));
        });
    }

    private PeriodsView view(
            String unit, List<Recorded<PeriodEvent>> events, Viewer viewer, Locale language, LocalDate day) {
        ReportingPeriods state = ReportingPeriods.NONE;
        List<Version> calendars = new ArrayList<>();
        Map<Quarter, List<Change>> changes = new TreeMap<>();
        for (Recorded<PeriodEvent> each : events) {
            state = state.after(each.event());
            CommitReasons.Shown reason = reasons.of(each.body().commit(), viewer, language);
            switch (each.event()) {
                case CalendarAdopted of ->
                    calendars.add(version(of, Change.of(What.CALENDAR_ADOPTED, each.body(), null, reason)));
                case CalendarWithdrawn of ->
                    calendars.replaceAll(calendar -> calendar.version() == of.version()
                            ? calendar.withdrawn(Change.of(What.CALENDAR_WITHDRAWN, each.body(), null, reason))
                            : calendar);
                case PeriodOpened of ->
                    list(changes, of.quarter()).add(Change.of(What.OPENED, each.body(), null, reason));
                case PeriodClosed of ->
                    list(changes, of.quarter()).add(Change.of(What.CLOSED, each.body(), null, reason));
                case PeriodReopened of ->
                    list(changes, of.quarter()).add(Change.of(What.REOPENED, each.body(), of.until(), reason));
            }
        }
        List<PeriodLine> lines = state.periods().values().stream()
                .sorted(Comparator.comparing((Period period) -> period.days().quarter())
                        .reversed())
                .map(period -> line(period, list(changes, period.days().quarter()), day))
                .toList();
        return new PeriodsView(unit, periods.initial(), calendars, lines);
    }

    private static List<Change> list(Map<Quarter, List<Change>> changes, Quarter quarter) {
        return changes.computeIfAbsent(quarter, q -> new ArrayList<>());
    }

    private static Version version(CalendarAdopted of, Change adopted) {
        return new Version(
                of.version(),
                of.calendar(),
                of.from().toString(),
                of.dueWorkingDays(),
                of.late(),
                of.instrument().number(),
                of.instrument().signedOn(),
                adopted,
                null);
    }

    private static PeriodLine line(Period period, List<Change> changes, LocalDate day) {
        PeriodState state = PeriodState.of(Optional.of(period), day);
        return new PeriodLine(
                period.days().quarter().toString(),
                period.days().firstDay(),
                period.days().lastDay(),
                period.dueOn(),
                period.late(),
                state,
                state == PeriodState.REOPENED ? period.changes().getLast().openUntil() : null,
                List.copyOf(changes));
    }
}
