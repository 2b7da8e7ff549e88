package vn.soto.domain.training;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;

/** Counter-commands for the events of a training session. */
public final class TrainingCounterCommands {

    private TrainingCounterCommands() {}

    public static CounterCommand of(TrainingEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case TrainingScheduled scheduled -> CounterCommand.of(new CancelTraining(scheduled.training(), reason));
            case TrainingHeld held -> CounterCommand.of(new VoidTraining(held.training(), reason));
            case AttendanceCorrected corrected ->
                earlier.restored(
                        before -> switch (before) {
                            case TrainingVoided _ -> Stream.<Command>of(new VoidTraining(corrected.training(), reason));
                            case AttendanceStated stated ->
                                Stream.of(new CorrectAttendance(corrected.training(), stated.attendance(), reason));
                            default -> Stream.empty();
                        },
                        command -> command,
                        EVENT_HAS_A_COUNTER_COMMAND);
            case TrainingVoided voided -> CounterCommand.of(new RestoreTraining(voided.training(), reason));
            case TrainingCancelled cancelled -> refusedBy(EVENT_IS_NOT_FINAL);
        };
    }
}
