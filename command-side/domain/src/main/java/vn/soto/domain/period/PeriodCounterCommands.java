package vn.soto.domain.period;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.CalendarWithdrawn;
import vn.soto.contracts.period.PeriodEvent.PeriodClosed;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.WithdrawReportingCalendar;
import vn.soto.domain.period.WorkingDaysCommand.DecideHolidays;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/**
 * Counter-commands for the events of periods and of working days. A closing is not undone: a reopening, which has a last day and
 * its own reason, is what follows it.
 */
public final class PeriodCounterCommands {

    private PeriodCounterCommands() {}

    public static CounterCommand of(PeriodEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case CalendarAdopted adopted ->
                CounterCommand.of(new WithdrawReportingCalendar(adopted.authority(), adopted.version(), reason));
            case CalendarWithdrawn withdrawn ->
                earlier.restored(
                        before -> before instanceof CalendarAdopted adopted && withdrawn.corrects(adopted)
                                ? Stream.of(adopted)
                                : Stream.empty(),
                        adopted -> new AdoptReportingCalendar(
                                adopted.authority(),
                                adopted.calendar(),
                                adopted.dueWorkingDays(),
                                adopted.late(),
                                adopted.instrument(),
                                adopted.from()),
                        EVENT_HAS_A_COUNTER_COMMAND);
            case PeriodReopened reopened ->
                CounterCommand.of(new ClosePeriod(reopened.authority(), reopened.quarter()));
            case PeriodOpened _, PeriodClosed _ -> CounterCommand.refusedBy(EVENT_IS_NOT_FINAL);
        };
    }

    public static CounterCommand of(WorkingDaysEvent event, EarlierEvents earlier) {
        return switch (event) {
            case HolidaysDecided decided ->
                earlier.restored(
                        before -> before instanceof HolidaysDecided last && last.year() == decided.year()
                                ? Stream.of(last)
                                : Stream.empty(),
                        last -> new DecideHolidays(last.year(), last.off(), last.worked(), decided.instrument()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
