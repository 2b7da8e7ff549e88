package vn.soto.domain.support;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

/** Counter-commands for the events of a support request. */
public final class SupportRequestCounterCommands {

    private SupportRequestCounterCommands() {}

    public static CounterCommand of(SupportRequestEvent event, String reason) {
        return switch (event) {
            case SupportRequestReceived received -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case SupportRequestTaken taken ->
                CounterCommand.of(new ReleaseSupportRequest(taken.request(), taken.takenOn()));
            case SupportRequestReleased released ->
                CounterCommand.of(new TakeSupportRequest(
                        released.request(), released.team(), released.member(), released.releasedOn()));
            case SupportRequestResolved resolved ->
                CounterCommand.of(new ReopenSupportRequest(resolved.request(), resolved.resolvedOn(), reason));
            case SupportRequestFlaggedLate flagged -> FOLLOWS;
            case SupportRequestDeclined declined ->
                CounterCommand.of(new ReopenSupportRequest(declined.request(), declined.declinedOn(), reason));
            case SupportRequestReopened reopened -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
