package vn.soto.domain.training;

import static vn.soto.contracts.access.Role.OFFICER;
import static vn.soto.contracts.access.Role.ORGANISATION_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a training session for members. */
public sealed interface TrainingCommand extends Command {

    TrainingId training();

    /**
     * @param topics       topics of the session
     * @param organisation supporting organisation that holds it; absent for another kind of organiser
     * @param on           planned day
     * @param hours        planned duration, in whole hours
     */
    @ClientCommand(
            as = "schedule-training",
            at = "trainings",
            by = {OFFICER, ORGANISATION_OFFICER})
    record ScheduleTraining(
            @TargetAggregateIdentifier @Introduces TrainingId training,
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

    /**
     * Records a session that nobody planned here, after it took place.
     *
     * @param topics       topics of the session
     * @param organisation supporting organisation that held it; absent for another kind of organiser
     */
    @ClientCommand(
            as = "record-training",
            at = "trainings/held",
            by = {OFFICER, ORGANISATION_OFFICER})
    record RecordTraining(
            @TargetAggregateIdentifier @Introduces TrainingId training,
            List<ServiceCategory> topics,
            Organiser organiser,
            @Nullable OrganisationId organisation,
            Attendance attendance)
            implements TrainingCommand {

        public RecordTraining {
            topics = List.copyOf(topics);
        }
    }

    /** Records that the session took place; day and hours may differ from the plan. */
    @ClientCommand(
            as = "hold-training",
            at = "trainings/{training}/attendance",
            by = {OFFICER, ORGANISATION_OFFICER})
    record HoldTraining(@TargetAggregateIdentifier TrainingId training, Attendance attendance)
            implements TrainingCommand {}

    /** @param attendance correct attendance, as a whole */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-attendance",
            at = "trainings/{training}/attendance/correction",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects({HoldTraining.class, RecordTraining.class, RestoreTraining.class})
    record CorrectAttendance(@TargetAggregateIdentifier TrainingId training, Attendance attendance, String reason)
            implements TrainingCommand, CorrectionCommand {}

    @Reasons(ReasonList.CANCELLATION)
    @ClientCommand(
            as = "cancel-training",
            at = "trainings/{training}/cancellation",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects({RecordTraining.class, ScheduleTraining.class})
    record CancelTraining(@TargetAggregateIdentifier TrainingId training, String reason)
            implements TrainingCommand, HasReason {}

    /** Takes back a session that did not take place or is recorded twice: it counts nowhere any more, and stays readable. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "void-training",
            at = "trainings/{training}/void",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects({HoldTraining.class, RecordTraining.class, RestoreTraining.class})
    record VoidTraining(@TargetAggregateIdentifier TrainingId training, String reason)
            implements TrainingCommand, CorrectionCommand {}

    /** Takes the void of a session back: it counts again with who attended as stated last. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "restore-training",
            at = "trainings/{training}/restoration",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects(VoidTraining.class)
    record RestoreTraining(@TargetAggregateIdentifier TrainingId training, String reason)
            implements TrainingCommand, CorrectionCommand {}

    /** The places that commands to training sessions touch: the session, and the teams whose members attend. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case ScheduleTraining schedule -> by(schedule.organisation()).toList();
            case RecordTraining record ->
                Stream.concat(by(record.organisation()), trained(record.attendance()))
                        .toList();
            case HoldTraining hold -> attended(hold, hold.attendance());
            case CorrectAttendance correct -> attended(correct, correct.attendance());
            case CancelTraining _, VoidTraining _, RestoreTraining _ ->
                List.of(new CommandPlace.OfTraining(training()));
        };
    }

    private static List<CommandPlace> attended(TrainingCommand command, Attendance attendance) {
        return Stream.concat(Stream.of(new CommandPlace.OfTraining(command.training())), trained(attendance))
                .toList();
    }

    private static Stream<CommandPlace> by(@Nullable OrganisationId organisation) {
        return Stream.ofNullable(organisation).map(CommandPlace.TrainingBy::new);
    }

    private static Stream<CommandPlace> trained(Attendance attendance) {
        return attendance.teams().stream().map(CommandPlace.Trained::new);
    }
}
