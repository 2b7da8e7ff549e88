package vn.soto.domain.outreach;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.util.stream.Stream;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of an outreach session. */
public final class OutreachCounterCommands {

    private OutreachCounterCommands() {}

    public static CounterCommand of(OutreachEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case OutreachScheduled scheduled -> CounterCommand.of(new CancelOutreach(scheduled.session(), reason));
            case OutreachRescheduled rescheduled -> rescheduleBack(rescheduled, earlier);
            case OutreachHeld held -> CounterCommand.of(new VoidOutreach(held.session(), reason));
            case OutreachCorrected corrected -> correctBack(corrected, earlier, reason);
            case OutreachCancelled cancelled -> refusedBy(EVENT_IS_NOT_FINAL);
            case OutreachVoided voided -> CounterCommand.of(new RestoreOutreach(voided.session(), reason));
            case OutreachFlaggedEstimated flagged -> FOLLOWS;
            case OutreachFlaggedImplausible flagged -> FOLLOWS;
        };
    }

    private static CounterCommand rescheduleBack(OutreachRescheduled rescheduled, EarlierEvents earlier) {
        return earlier.restored(
                before -> switch (before) {
                    case OutreachScheduled planned -> Stream.of(planned.startsAt());
                    case OutreachRescheduled planned -> Stream.of(planned.startsAt());
                    default -> Stream.empty();
                },
                startsAt -> new RescheduleOutreach(rescheduled.session(), startsAt),
                EVENT_HAS_A_COUNTER_COMMAND);
    }

    private static CounterCommand correctBack(OutreachCorrected corrected, EarlierEvents earlier, String reason) {
        return earlier.restored(
                before -> switch (before) {
                    case OutreachEvent.Told told ->
                        Stream.of(new CorrectOutreach(corrected.session(), told.holding(), reason));
                    case OutreachVoided _ -> Stream.<Command>of(new VoidOutreach(corrected.session(), reason));
                    default -> Stream.empty();
                },
                command -> command,
                EVENT_HAS_A_COUNTER_COMMAND);
    }
}
