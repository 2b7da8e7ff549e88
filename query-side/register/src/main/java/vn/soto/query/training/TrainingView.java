package vn.soto.query.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.training.Organiser;
import vn.soto.query.training.Training.Status;
import vn.soto.query.training.Training.Trained;
import vn.soto.query.training.Training.Version;

/** A training session; in a query about a team it lists only that team's members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingView(
        String training,
        Status status,
        LocalDate on,
        int hours,
        List<ServiceCategory> topics,
        Organiser organiser,
        @Nullable String organisation,
        List<Trained> attendees,
        long changed) {

    /** Whether it counts. */
    boolean isHeld() {
        return status == Status.HELD;
    }

    /** The same with these attendees. */
    TrainingView of(List<Trained> seen) {
        return new TrainingView(training, status, on, hours, topics, organiser, organisation, seen, changed);
    }

    static TrainingView of(Training training, Version version, List<Trained> attendees) {
        return new TrainingView(
                training.id(),
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
