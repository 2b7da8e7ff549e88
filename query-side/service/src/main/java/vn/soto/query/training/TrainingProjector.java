package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.training.Training.Status;
import vn.soto.query.training.Training.Trained;
import vn.soto.query.training.Training.Version;

/** One segment: sessions with members of the same team share its list. */
@Component
final class TrainingProjector implements Projector {

    @EventHandler
    void on(TrainingEvent event, EventContext at, Batch batch) {
        Training training = batch.find(Training.KIND, event.training().value()).orElseGet(() -> begun(event));
        Version version = switch (event) {
            case TrainingScheduled scheduled ->
                version(at, Status.SCHEDULED, scheduled.on(), scheduled.hours(), List.of());
            case TrainingHeld held -> held(at, held.attendance());
            case AttendanceCorrected corrected -> held(at, corrected.attendance());
            case TrainingCancelled cancelled -> {
                Version before = training.before(at.position()).orElseThrow();
                yield version(at, Status.CANCELLED, before.on(), before.hours(), List.of());
            }
        };
        batch.put(Training.KIND, training.with(version));
        event.concerns().forEach(team -> {
            TrainingsByTeam sessions = batch.find(TrainingsByTeam.KIND, team.value())
                    .orElseGet(() -> new TrainingsByTeam(team.value(), List.of()));
            batch.put(TrainingsByTeam.KIND, sessions.with(training.id()));
        });
    }

    private static Training begun(TrainingEvent event) {
        if (event instanceof TrainingScheduled scheduled) {
            OrganisationId organisation = scheduled.organisation();
            return new Training(
                    scheduled.training().value(),
                    scheduled.topics(),
                    scheduled.organiser(),
                    organisation == null ? null : organisation.value(),
                    List.of());
        }
        throw new IllegalStateException("a training begins as it is scheduled: " + event.training());
    }

    private static Version held(EventContext at, Attendance attendance) {
        return version(
                at,
                Status.HELD,
                attendance.on(),
                attendance.hours(),
                attendance.attendees().stream()
                        .map(who -> new Trained(who.team().value(), who.member().value()))
                        .toList());
    }

    private static Version version(EventContext at, Status status, LocalDate on, int hours, List<Trained> attendees) {
        return new Version(at.position(), at.commit(), status, on, hours, attendees);
    }

    @Override
    public String name() {
        return "trainings";
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Training.KIND, TrainingsByTeam.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof TrainingEvent of ? of.training().value() : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof TrainingEvent of) {
            needs.document(Training.KIND, of.training().value());
            of.concerns().forEach(team -> needs.document(TrainingsByTeam.KIND, team.value()));
        }
    }
}
