package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/**
 * Events of the reporting periods of an authority, one stream for each. The authority is a province, or a unit below one that
 * has adopted a calendar of its own. {@link ReportingPeriods} says what they mean together.
 */
public sealed interface PeriodEvent extends ProductEvent {

    UnitId authority();

    @Override
    default Set<String> tags() {
        return Set.of("unit:" + authority());
    }

    /**
     * A new version of the calendar. It determines the quarters from {@code from} on, until a later version does.
     *
     * @param version        1 for the first; each adopted version has the next number
     * @param dueWorkingDays working days after a quarter's last day until its reports are late
     * @param late           period in which events count that are recorded after a period was closed
     */
    @StoredAs("reporting-periods.calendar-adopted.v1")
    record CalendarAdopted(
            UnitId authority,
            int version,
            QuarterCalendar calendar,
            int dueWorkingDays,
            LateCounting late,
            Instrument instrument,
            Quarter from)
            implements PeriodEvent {}

    /** A version of the calendar determines no quarter; until the next one, that before it does. */
    @StoredAs("reporting-periods.calendar-withdrawn.v1")
    record CalendarWithdrawn(UnitId authority, int version) implements PeriodEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof CalendarAdopted adopted && adopted.version() == version;
        }
    }

    /** An event of one period, with its days as they are from then on. */
    sealed interface Settled extends PeriodEvent {

        Quarter quarter();

        LocalDate firstDay();

        LocalDate lastDay();

        LocalDate dueOn();

        LateCounting late();
    }

    /**
     * Reports of the period are awaited; from now on no calendar changes its days.
     *
     * @param dueOn last day on which a report is in time
     */
    @StoredAs("reporting-periods.opened.v1")
    record PeriodOpened(
            UnitId authority,
            Quarter quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,
            LateCounting late)
            implements Settled {}

    /**
     * The period is closed: what is recorded for its days after a commit arrives late. A period that was reopened may be closed
     * before its reopening expires.
     *
     * @param closedTo    number of the last commit that is in time
     * @param closedChain chain hash of that commit, 64 hexadecimal digits
     */
    @StoredAs("reporting-periods.closed.v1")
    record PeriodClosed(
            UnitId authority,
            Quarter quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,
            LateCounting late,
            long closedTo,
            String closedChain)
            implements Settled {}

    /**
     * Records after a commit are in time again, up to the end of a day in Việt Nam. Then the period is closed again
     * without an event.
     *
     * @param reopenedAfter number of that commit
     * @param until         last day on which it is open
     */
    @StoredAs("reporting-periods.reopened.v1")
    record PeriodReopened(UnitId authority, Quarter quarter, long reopenedAfter, LocalDate until)
            implements PeriodEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof PeriodClosed closed && closed.quarter().equals(quarter);
        }
    }
}
