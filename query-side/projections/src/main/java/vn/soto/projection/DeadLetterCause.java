package vn.soto.projection;

import org.axonframework.messaging.deadletter.ThrowableCause;
import vn.soto.events.EventException;

/** Why an event is set aside, as it may be kept: other messages may quote what the event says. */
final class DeadLetterCause {

    private DeadLetterCause() {}

    static ThrowableCause of(Throwable failure) {
        return new ThrowableCause(
                failure.getClass().getName(),
                failure instanceof EventException.Unknown unknown ? unknown.getMessage() : "");
    }
}
