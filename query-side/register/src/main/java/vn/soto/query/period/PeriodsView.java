package vn.soto.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * The reporting periods of a unit.
 *
 * @param calendar  calendar of the ledger, which applies to quarters before the first adopted one
 * @param calendars adopted versions, oldest first
 * @param periods   that were opened or closed, the latest first
 * @param possible  commands that the state of a period does not refuse today: of these, the next quarter, the present and the four
 *                  before, the latest first
 */
record PeriodsView(
        UnitId unit,
        QuarterCalendar calendar,
        List<Version> calendars,
        List<PeriodLine> periods,
        List<PossibleCommands> possible) {

    /** @param commands names, such as {@code close-reporting-period} */
    record PossibleCommands(
            String quarter, @IdOf(IdKind.COMMAND) List<String> commands) {}

    /**
     * @param from           first quarter that it determines
     * @param dueWorkingDays working days after a quarter's last day until its reports are late
     * @param withdrawn      by whom and why it was taken back; then it determines none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int version,
            QuarterCalendar calendar,
            String from,
            int dueWorkingDays,
            LateCounting lateCounts,
            String instrument,
            LocalDate signedOn,
            Change adopted,
            @Nullable Change withdrawn) {

        Version withdrawn(Change taken) {
            return new Version(
                    version, calendar, from, dueWorkingDays, lateCounts, instrument, signedOn, adopted, taken);
        }
    }

    /**
     * @param openUntil last day of a reopening; absent unless the period is reopened
     * @param changes   by whom and why it was opened, closed and reopened, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeriodLine(
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,
            LateCounting lateCounts,
            PeriodState state,
            @Nullable LocalDate openUntil,
            List<Change> changes) {}

    /**
     * @param what    action of the commit
     * @param until   last day of a reopening
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            What what,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @Nullable LocalDate until,
            @JsonUnwrapped CommitReasons.Shown reason) {

        static Change of(What what, Body body, @Nullable LocalDate until, CommitReasons.Shown reason) {
            return new Change(
                    what,
                    body.commit().number(),
                    body.commit().at(),
                    body.commit().actor(),
                    until,
                    reason);
        }
    }

    enum What {
        CALENDAR_ADOPTED,
        CALENDAR_WITHDRAWN,
        OPENED,
        CLOSED,
        REOPENED
    }
}
