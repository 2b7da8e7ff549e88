package vn.soto.domain.period;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the reporting periods of an authority. */
public sealed interface PeriodCommand extends Command {

    UnitId unit();

    @TargetAggregateIdentifier
    default ReportingPeriodsId periods() {
        return new ReportingPeriodsId(unit());
    }

    /**
     * Adopts a version of the calendar.
     *
     * @param unit           a province, or a unit below one that is to have a calendar of its own
     * @param dueWorkingDays working days after a quarter's last day until its reports are late
     * @param from           first quarter that it determines; it has not ended, and no later one was opened or closed
     */
    @ClientCommand(as = "adopt-reporting-calendar", at = "units/{unit}/reporting-calendar")
    @Corrects(WithdrawReportingCalendar.class)
    record AdoptReportingCalendar(
            UnitId unit,
            QuarterCalendar calendar,
            int dueWorkingDays,
            LateCounting late,
            Instrument instrument,
            Quarter from)
            implements PeriodCommand {}

    /**
     * Takes back a version of the calendar of which no quarter has ended, such as one of a mistyped year.
     *
     * @param version its number
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "withdraw-reporting-calendar", at = "units/{unit}/reporting-calendar/{version}/withdrawal")
    @Corrects(AdoptReportingCalendar.class)
    record WithdrawReportingCalendar(UnitId unit, int version, String reason)
            implements PeriodCommand, CorrectionCommand {}

    /** Opens a period, whose days no later calendar changes. */
    @ClientCommand(as = "open-reporting-period", at = "units/{unit}/periods/{quarter}/opening")
    record OpenPeriod(UnitId unit, Quarter quarter) implements PeriodCommand {}

    /** Closes a period that has ended: what is recorded for its days from now on arrives late. */
    @ClientCommand(as = "close-reporting-period", at = "units/{unit}/periods/{quarter}/closure")
    @Corrects(ReopenPeriod.class)
    record ClosePeriod(UnitId unit, Quarter quarter) implements PeriodCommand {}

    /**
     * Opens a closed period again; it is closed by itself after a day.
     *
     * @param until last day on which it is open
     */
    @Reasons(ReasonList.PERIOD_REOPENING)
    @ClientCommand(as = "reopen-reporting-period", at = "units/{unit}/periods/{quarter}/reopening")
    @Corrects(ClosePeriod.class)
    record ReopenPeriod(UnitId unit, Quarter quarter, LocalDate until, String reason)
            implements PeriodCommand, HasReason {}

    /** The place that commands about reporting periods touch: the unit whose authority decides. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(new CommandPlace.InUnit(unit()));
    }
}
