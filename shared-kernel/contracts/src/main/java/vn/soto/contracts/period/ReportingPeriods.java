package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.PeriodEvent.Settled;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;

/**
 * The reporting periods of an authority after an event; {@link ApplicablePeriods} says where they apply, and which days quarters have
 * there.
 *
 * @param calendars that determine quarters, by their first quarter and, of the same one, in the order of their adoption
 * @param versions  number of calendars ever adopted
 * @param periods   that were opened or closed
 */
public record ReportingPeriods(List<CalendarAdopted> calendars, int versions, Map<Quarter, Period> periods) {

    /** Of an authority that decided nothing: the calendar of the ledger applies, and no period is closed. */
    public static final ReportingPeriods NONE = new ReportingPeriods(List.of(), 0, Map.of());

    public ReportingPeriods {
        calendars = List.copyOf(calendars);
        periods = Map.copyOf(periods);
    }

    public ReportingPeriods after(PeriodEvent event) {
        return switch (event) {
            case CalendarAdopted adopted ->
                new ReportingPeriods(
                        Stream.concat(calendars.stream(), Stream.of(adopted))
                                .sorted(Comparator.comparing(CalendarAdopted::from))
                                .toList(),
                        adopted.version(),
                        periods);
            case CalendarWithdrawn withdrawn ->
                new ReportingPeriods(
                        calendars.stream()
                                .filter(calendar -> calendar.version() != withdrawn.version())
                                .toList(),
                        versions,
                        periods);
            case PeriodOpened opened -> with(opened.quarter(), settled(opened));
            case PeriodClosed closed ->
                with(
                        closed.quarter(),
                        periods.getOrDefault(closed.quarter(), settled(closed))
                                .with(new Period.Change(closed.closedTo(), null)));
            case PeriodReopened reopened ->
                with(
                        reopened.quarter(),
                        period(reopened.quarter())
                                .orElseThrow()
                                .with(new Period.Change(reopened.reopenedAfter(), reopened.until())));
        };
    }

    private static Period settled(Settled event) {
        return new Period(
                new QuarterDays(event.quarter(), event.firstDay(), event.lastDay()),
                event.dueOn(),
                event.late(),
                List.of());
    }

    private ReportingPeriods with(Quarter quarter, Period period) {
        Map<Quarter, Period> changed = new HashMap<>(periods);
        changed.put(quarter, period);
        return new ReportingPeriods(calendars, versions, changed);
    }

    public Optional<Period> period(Quarter quarter) {
        return Optional.ofNullable(periods.get(quarter));
    }

    /**
     * The calendar that determines a quarter: the latest of those that begin with it or earlier; of the same first
     * quarter, the one adopted last.
     */
    public Optional<CalendarAdopted> adopted(Quarter quarter) {
        for (int last = calendars.size() - 1; last >= 0; last--) {
            if (calendars.get(last).from().compareTo(quarter) <= 0) {
                return Optional.of(calendars.get(last));
            }
        }
        return Optional.empty();
    }

    /** @param initial calendar of the ledger, which applies until one is adopted */
    public QuarterCalendar calendar(Quarter quarter, QuarterCalendar initial) {
        return adopted(quarter).map(CalendarAdopted::calendar).orElse(initial);
    }

    /**
     * The last day of a quarter where these periods apply; the first is the day after the one before it ended.
     *
     * @param initial calendar of the ledger, which applies until one is adopted
     */
    LocalDate lastDay(Quarter quarter, QuarterCalendar initial) {
        Period settled = periods.get(quarter);
        return settled == null
                ? calendar(quarter, initial).lastDay(quarter)
                : settled.days().lastDay();
    }

    /** Whether a calendar was adopted for the quarter, or it was opened or closed. */
    public boolean decides(Quarter quarter) {
        return periods.containsKey(quarter) || adopted(quarter).isPresent();
    }

    /**
     * The last day on which a report is in time. A table of holidays counts if it was known by the day on which the term ends.
     *
     * @param dueDays days after the quarter's last day by the policy of that day, where no calendar was adopted. If no
     *     office works then, the next working day counts.
     * @param working as known on a day
     */
    public LocalDate dueOn(
            Quarter quarter,
            QuarterCalendar initial,
            ToIntFunction<LocalDate> dueDays,
            Function<LocalDate, WorkingDays> working) {
        Period settled = periods.get(quarter);
        if (settled != null) {
            return settled.dueOn();
        }
        LocalDate lastDay = lastDay(quarter, initial);
        return adopted(quarter)
                .map(calendar -> {
                    int days = calendar.dueWorkingDays();
                    LocalDate end = working.apply(lastDay).plus(lastDay, days);
                    return working.apply(end).plus(lastDay, days);
                })
                .orElseGet(() -> {
                    LocalDate end = lastDay.plusDays(dueDays.applyAsInt(lastDay));
                    return working.apply(end).onOrAfter(end);
                });
    }

    /** The place in which late events of a closed period count; an amendment where no calendar was adopted. */
    public LateCounting late(Quarter quarter) {
        return adopted(quarter).map(CalendarAdopted::late).orElse(LateCounting.AMENDMENT);
    }
}
