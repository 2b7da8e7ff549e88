package vn.soto.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Lateness;
import vn.soto.query.period.TeamPeriods;

/** Tells which entries of a team's history are late. Not thread-safe. */
final class LateEntries {

    private final TeamPeriods periods;
    private final String flag;

    LateEntries(TeamPeriods periods, EventCodec codec) {
        this.periods = periods;
        this.flag = codec.typeOf(AssistanceFlaggedLate.class).name();
    }

    /** In the order of the reasons; none if it was recorded in time. */
    List<Lateness> of(Body body, DomainEvent event) {
        List<Lateness> late = new ArrayList<>();
        if (event instanceof AssistanceFlaggedLate || (event instanceof AssistanceStated && isFlagged(body))) {
            late.add(Lateness.AFTER_THE_DAYS_ALLOWED);
        }
        if (activity(event)
                .filter(day -> periods.wasClosed(day, body.position()))
                .isPresent()) {
            late.add(Lateness.PERIOD_CLOSED);
        }
        if (event instanceof QuarterlyReportSubmitted report && report.late()) {
            late.add(Lateness.AFTER_THE_REPORT_WAS_DUE);
        }
        return List.copyOf(late);
    }

    /** A flag is recorded together with the statement of help that it is about. */
    private boolean isFlagged(Body body) {
        return body.commit().events().stream()
                .anyMatch(other -> other.type().name().equals(flag) && isOfOneRecord(other, body.event()));
    }

    private static boolean isOfOneRecord(RecordedEvent one, RecordedEvent other) {
        return one.aggregate() != null
                && other.aggregate() != null
                && one.aggregate().id().equals(other.aggregate().id());
    }

    /** The day of an activity that a report counts; empty of what an event says that is no activity. */
    private static Optional<LocalDate> activity(DomainEvent event) {
        return switch (event) {
            case AssistanceStated help -> Optional.of(day(help.happenedOn()));
            case OutreachEvent.Told session -> Optional.of(day(session.happenedOn()));
            case TrainingEvent.AttendanceStated training -> Optional.of(day(training.happenedOn()));
            default -> Optional.empty();
        };
    }

    private static LocalDate day(Temporal at) {
        return at instanceof Instant instant ? VietnamTime.day(instant) : LocalDate.from(at);
    }
}
