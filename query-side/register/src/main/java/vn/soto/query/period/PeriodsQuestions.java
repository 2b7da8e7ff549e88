package vn.soto.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.Period;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.PeriodStage;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.period.Periods.Recorded;
import vn.soto.query.period.PeriodsView.Change;
import vn.soto.query.period.PeriodsView.PeriodLine;
import vn.soto.query.period.PeriodsView.PossibleCommands;
import vn.soto.query.period.PeriodsView.Version;
import vn.soto.query.period.PeriodsView.What;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers queries about the reporting periods of an authority. */
@RestController
record PeriodsQuestions(Periods periods, Units units, CommitReasons reasons) {

    /** The commands about a period, the one that ends its present state first. */
    private static final List<String> COMMANDS =
            List.of("close-reporting-period", "reopen-reporting-period", "open-reporting-period");

    /** The next quarter, the present one and those of a year before. */
    private static final int SHOWN = 6;

    /** The calendars that a unit has adopted, and the periods that it has opened or closed. */
    @Query(at = "/api/units/{unit}/periods", right = EndpointRight.REFERENCE)
    PeriodsView periods(Asked asked, @PathVariable String unit) {
        long asOf = asked.asOf();
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        List<Recorded<PeriodEvent>> events = periods.recorded(unit, asOf);
        return view(unit, events, asked.language(), asked.today(), asOf);
    }

    private PeriodsView view(
            String unit, List<Recorded<PeriodEvent>> events, Locale language, LocalDate day, long asOf) {
        ReportingPeriods state = ReportingPeriods.NONE;
        List<Version> calendars = new ArrayList<>();
        Map<Quarter, List<Change>> changes = new TreeMap<>();
        for (Recorded<PeriodEvent> each : events) {
            state = state.after(each.event());
            CommitReasons.Shown reason = reasons.of(each.body().commit(), language);
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
        return new PeriodsView(new UnitId(unit), periods.initial(), calendars, lines, possible(unit, state, day, asOf));
    }

    private List<PossibleCommands> possible(String unit, ReportingPeriods state, LocalDate today, long asOf) {
        ApplicablePeriods applying = periods.applying(List.of(unit), asOf);
        Stream<Quarter> near = Stream.iterate(applying.quarterOf(today).next(), Quarter::previous)
                .limit(SHOWN);
        return Stream.concat(near, state.periods().keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(quarter -> new PossibleCommands(
                        quarter.toString(), possible(stage(unit, quarter, state, applying, asOf), today)))
                .toList();
    }

    private static List<String> possible(PeriodStage stage, LocalDate today) {
        StateRefusals refusals = stage.refusals(today);
        return COMMANDS.stream()
                .filter(command -> refusals.of(command).isEmpty())
                .toList();
    }

    private PeriodStage stage(
            String unit, Quarter quarter, ReportingPeriods state, ApplicablePeriods applying, long asOf) {
        LocalDate lastDay = applying.lastDay(quarter);
        Optional<UnitOnDay> then = units.find(unit, lastDay, asOf);
        return new PeriodStage(
                state.decides(quarter)
                        || then.filter(found -> found.parent() != null).isEmpty(),
                then.filter(UnitOnDay::inForce).isPresent(),
                applying.days(quarter),
                state.periods().get(quarter));
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

    private static final Range YEAR = new Range("year", 2000, 2999);

    /**
     * @param decided    whether the table of the year was decided; otherwise it is computed from the law
     * @param off        days from Monday to Friday on which offices do not work
     * @param worked     Saturdays and Sundays on which they do
     * @param instrument of the decision; absent without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holidays(
            int year,
            boolean decided,
            List<LocalDate> off,
            List<LocalDate> worked,
            @Nullable String instrument,
            @Nullable LocalDate signedOn) {}

    /** Without {@code year}, the present one. */
    @Query(at = "/api/holidays", right = EndpointRight.REFERENCE, name = "holidays-holidays")
    Holidays holidays(Asked asked, @RequestParam Optional<Long> year) {
        int wanted =
                Math.toIntExact(YEAR.check(year).orElse((long) asked.today().getYear()));
        WorkingDays known = periods.workingDays(asked.asOf());
        HolidaysDecided table = known.decided().get(wanted);
        return table == null
                ? new Holidays(wanted, false, known.off(wanted), List.of(), null, null)
                : new Holidays(
                        wanted,
                        true,
                        table.off(),
                        table.worked(),
                        table.instrument().number(),
                        table.instrument().signedOn());
    }
}
