package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.training.Training.Status;
import vn.soto.query.training.Training.Version;

/** Projects training sessions in one segment, because sessions with members of the same team share its list. */
@Component
final class TrainingProjector extends VersionedProjector<TrainingEvent, Version, Training> {

    /** The sessions that ever concerned a team, by team. */
    static final RowListType<String> BY_TEAM = RowListType.ids("team-trainings");

    TrainingProjector() {
        super(
                "trainings",
                TrainingEvent.class,
                event -> event.training().value(),
                Training.KIND,
                List.of(Training.KIND, BY_TEAM.documents()));
    }

    @Override
    protected Training begin(TrainingEvent event, EventContext at) {
        if (event instanceof TrainingScheduled scheduled) {
            OrganisationId organisation = scheduled.organisation();
            return new Training(
                    scheduled.training().value(), scheduled.topics(), scheduled.organiser(), organisation, List.of());
        }
        throw new IllegalStateException("a training begins as it is scheduled: " + event.training());
    }

    @Override
    protected Version after(TrainingEvent event, Optional<Version> before, EventContext at) {
        return switch (event) {
            case TrainingScheduled scheduled ->
                version(at, Status.SCHEDULED, scheduled.on(), scheduled.hours(), List.of());
            case TrainingHeld held -> held(at, held.attendance());
            case AttendanceCorrected corrected -> held(at, corrected.attendance());
            case TrainingCancelled cancelled -> now(at, Status.CANCELLED, before);
            case TrainingVoided voided -> now(at, Status.VOIDED, before);
        };
    }

    @Override
    protected void index(TrainingEvent event, Training training, Optional<Version> before, Version after, Batch batch) {
        event.concerns().forEach(team -> BY_TEAM.add(team.value(), training.id(), batch));
    }

    private static Version held(EventContext at, Attendance attendance) {
        return version(at, Status.HELD, attendance.on(), attendance.hours(), attendance.attendees());
    }

    private static Version now(EventContext at, Status status, Optional<Version> before) {
        Version last = before.orElseThrow();
        return version(at, status, last.on(), last.hours(), last.attendees());
    }

    private static Version version(EventContext at, Status status, LocalDate on, int hours, List<Attendee> attendees) {
        return new Version(at.position(), at.commit(), status, on, hours, attendees);
    }
}
