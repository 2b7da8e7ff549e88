package vn.soto.domain.training;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.training.Attendance;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;

/** What commands to training sessions touch: the session, and the teams whose members attend. */
public final class TrainingPlaces {

    private TrainingPlaces() {}

    public static List<CommandPlace> of(TrainingCommand command) {
        return switch (command) {
            case ScheduleTraining schedule ->
                schedule.organisation() == null
                        ? List.of()
                        : List.of(new CommandPlace.TrainingBy(schedule.organisation()));
            case HoldTraining hold -> attended(hold, hold.attendance());
            case CorrectAttendance correct -> attended(correct, correct.attendance());
            case CancelTraining cancel -> List.of(new CommandPlace.OfTraining(cancel.training()));
        };
    }

    private static List<CommandPlace> attended(TrainingCommand command, Attendance attendance) {
        return Stream.<CommandPlace>concat(
                        Stream.of(new CommandPlace.OfTraining(command.training())),
                        attendance.teams().stream().map(CommandPlace.Trained::new))
                .toList();
    }
}
