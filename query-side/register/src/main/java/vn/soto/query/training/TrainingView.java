package vn.soto.query.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.training.Training.Status;
import vn.soto.query.training.Training.Version;

/** A training session; in a query about a team it lists only that team's members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingView(
        TrainingId training,
        Status status,
        LocalDate on,
        int hours,
        List<ServiceCategory> topics,
        Organiser organiser,
        @Nullable OrganisationId organisation,
        List<Attendee> attendees,
        @IdOf(IdKind.COMMIT) long changed) {

    /** Whether it counts. */
    boolean isHeld() {
        return status == Status.HELD;
    }

    /** The same with these attendees. */
    TrainingView of(List<Attendee> seen) {
        return new TrainingView(training, status, on, hours, topics, organiser, organisation, seen, changed);
    }

    /** With all attendees; empty if it was not known then. */
    static Optional<TrainingView> of(Training training, long asOf) {
        return training.asOf(asOf).map(version -> of(training, version, version.attendees()));
    }

    static TrainingView of(Training training, Version version, List<Attendee> attendees) {
        return new TrainingView(
                new TrainingId(training.id()),
                version.status(),
                version.on(),
                version.hours(),
                training.topics(),
                training.organiser(),
                training.organisation(),
                attendees,
                version.commit());
    }
}
