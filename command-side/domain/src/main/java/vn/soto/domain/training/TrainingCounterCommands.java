package vn.soto.domain.training;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;

/** Counter-commands for the events of a training session. */
public final class TrainingCounterCommands {

    private TrainingCounterCommands() {}

    public static CounterCommand of(TrainingEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case TrainingScheduled scheduled -> CounterCommand.of(new CancelTraining(scheduled.training(), reason));
            case TrainingHeld held -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case AttendanceCorrected corrected ->
                earlier.restored(
                        before -> switch (before) {
                            case TrainingHeld held -> Stream.of(held.attendance());
                            case AttendanceCorrected last -> Stream.of(last.attendance());
                            default -> Stream.<Attendance>empty();
                        },
                        attendance -> new CorrectAttendance(corrected.training(), attendance, reason),
                        EVENT_HAS_A_COUNTER_COMMAND);
            case TrainingCancelled cancelled -> refusedBy(EVENT_IS_NOT_FINAL);
        };
    }
}
