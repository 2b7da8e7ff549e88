package vn.soto.contracts.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;

/** Everything that can happen to a training session; each event bears the tag of every team it concerns. */
public sealed interface TrainingEvent extends ProductEvent {

    TrainingId training();

    /** The teams whose figures it changes. */
    Collection<TeamId> concerns();

    @Override
    default Set<String> tags() {
        return Stream.concat(
                        Stream.of("training:" + training()), concerns().stream().map(team -> "team:" + team))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A statement of who was trained: the first, or what a correction put in its place; figures fold these. */
    sealed interface AttendanceStated extends TrainingEvent, Dated {

        Attendance attendance();

        @Override
        default LocalDate happenedOn() {
            return attendance().on();
        }
    }

    /**
     * @param topics       what is taught, each once
     * @param organisation the supporting organisation that holds it; absent if another organiser does
     * @param on           the day for which it is planned
     * @param hours        planned, whole
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

    /** @param topics as scheduled, so that who counts members trained by topic need not look further */
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
     * The attendance was entered wrongly and is as follows.
     *
     * @param teams with attendees before or now, sorted
     */
    @StoredAs("training.attendance-corrected.v1")
    record AttendanceCorrected(TrainingId training, Attendance attendance, List<TeamId> teams)
            implements AttendanceStated {

        public AttendanceCorrected {
            teams = Ascending.of(teams);
        }

        @Override
        public Collection<TeamId> concerns() {
            return teams;
        }
    }

    /** It does not take place. */
    @StoredAs("training.cancelled.v1")
    record TrainingCancelled(TrainingId training) implements TrainingEvent {

        @Override
        public Collection<TeamId> concerns() {
            return List.of();
        }
    }
}
