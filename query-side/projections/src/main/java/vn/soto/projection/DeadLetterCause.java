package vn.soto.projection;

import org.axonframework.messaging.deadletter.ThrowableCause;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerException;

/** The stored cause of a dead letter. It omits messages of other exceptions, which may quote the event's content. */
final class DeadLetterCause {

    private DeadLetterCause() {}

    static ThrowableCause of(Throwable failure) {
        return new ThrowableCause(
                failure.getClass().getName(),
                switch (failure) {
                    case EventException.Unknown unknown -> unknown.getMessage();
                    case LedgerException.CommitDamaged damaged -> damaged.getMessage();
                    default -> "";
                });
    }
}
