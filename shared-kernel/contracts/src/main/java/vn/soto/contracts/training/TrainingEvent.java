package vn.soto.contracts.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;

/** Events of a training session; each carries the tags of the teams it concerns. */
public sealed interface TrainingEvent extends ProductEvent {

    TrainingId training();

    /** Teams whose figures the event changes. */
    Collection<TeamId> concerns();

    @Override
    default Set<String> tags() {
        return Stream.concat(
                        Stream.of("training:" + training()), concerns().stream().map(team -> "team:" + team))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A statement of who was trained: the first, or what a correction or a void put in its place; figures fold these. */
    sealed interface AttendanceStated extends TrainingEvent, Dated {

        Attendance attendance();

        @Override
        default LocalDate happenedOn() {
            return attendance().on();
        }
    }

    /**
     * @param topics       topics of the session, each once
     * @param organisation supporting organisation that holds the session; absent for another kind of organiser
     * @param on           planned day
     * @param hours        planned duration, in whole hours
     */
    @StoredAs("training.scheduled.v1")
    record TrainingScheduled(
            TrainingId training,
            List<ServiceCategory> topics,
            Organiser organiser,
            @Nullable OrganisationId organisation,
            LocalDate on,
            int hours)
            implements TrainingEvent {

        public TrainingScheduled {
            topics = topics.stream().distinct().toList();
        }

        @Override
        public Collection<TeamId> concerns() {
            return List.of();
        }
    }

    /** @param topics as scheduled; repeated here for figures by topic */
    @StoredAs("training.held.v1")
    record TrainingHeld(TrainingId training, List<ServiceCategory> topics, Attendance attendance)
            implements AttendanceStated {

        public TrainingHeld {
            topics = List.copyOf(topics);
        }

        @Override
        public Collection<TeamId> concerns() {
            return attendance.teams();
        }
    }

    /**
     * Replaces an attendance that was entered wrongly, also of a session that was voided, which counts again.
     *
     * @param teams teams with attendees before or after the correction, sorted
     */
    @CorrectsAny(AttendanceStated.class)
    @StoredAs("training.attendance-corrected.v1")
    record AttendanceCorrected(TrainingId training, Attendance attendance, List<TeamId> teams)
            implements AttendanceStated, Correcting {

        public AttendanceCorrected {
            teams = Ascending.of(teams);
        }

        @Override
        public Collection<TeamId> concerns() {
            return teams;
        }
    }

    /**
     * The session did not take place, or is recorded twice: nobody attended it. It is never deleted.
     *
     * @param on    day on which it was said to have taken place
     * @param teams teams whose members were said to have attended, sorted
     */
    @CorrectsAny(AttendanceStated.class)
    @StoredAs("training.voided.v1")
    record TrainingVoided(TrainingId training, LocalDate on, List<TeamId> teams)
            implements AttendanceStated, Correcting {

        public TrainingVoided {
            teams = Ascending.of(teams);
        }

        @Override
        public Attendance attendance() {
            return new Attendance(on, 0, List.of());
        }

        @Override
        public Collection<TeamId> concerns() {
            return teams;
        }
    }

    /** The session will not take place. */
    @StoredAs("training.cancelled.v1")
    record TrainingCancelled(TrainingId training) implements TrainingEvent {

        @Override
        public Collection<TeamId> concerns() {
            return List.of();
        }
    }
}
