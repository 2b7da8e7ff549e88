package vn.soto.domain.training;

import static vn.soto.domain.shared.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.HasReason;

/** Everything that can be asked of a training session of members. */
public sealed interface TrainingCommand extends Command {

    TrainingId training();

    /**
     * @param topics       what is taught
     * @param organisation which supporting organisation holds it, if one does
     * @param on           the day for which it is planned
     * @param hours        planned, whole
     */
    @ClientCommand(as = "schedule-training", at = "trainings", by = OFFICER)
    record ScheduleTraining(
            @TargetAggregateIdentifier TrainingId training,
            List<ServiceCategory> topics,
            Organiser organiser,
            @Nullable OrganisationId organisation,
            LocalDate on,
            int hours)
            implements TrainingCommand {

        public ScheduleTraining {
            topics = List.copyOf(topics);
        }
    }

    /** The session took place; the day and the hours may differ from the plan. */
    @ClientCommand(as = "hold-training", at = "trainings/{training}/attendance", by = OFFICER)
    record HoldTraining(@TargetAggregateIdentifier TrainingId training, Attendance attendance)
            implements TrainingCommand {}

    /** @param attendance as it should have been entered, all of it */
    @ClientCommand(as = "correct-attendance", at = "trainings/{training}/attendance/correction", by = OFFICER)
    record CorrectAttendance(@TargetAggregateIdentifier TrainingId training, Attendance attendance, String reason)
            implements TrainingCommand, CorrectionCommand {

        public CorrectAttendance {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return training.value();
        }
    }

    @ClientCommand(as = "cancel-training", at = "trainings/{training}/cancellation", by = OFFICER)
    record CancelTraining(@TargetAggregateIdentifier TrainingId training, String reason)
            implements TrainingCommand, HasReason {

        public CancelTraining {
            reason = Text.normalised(reason);
        }
    }
}
