package vn.soto.projection.progress;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;

/**
 * A dead letter without its event, which is read from the ledger again.
 *
 * @param cause class of the failure; absent if the event only waits behind another
 */
public record KeptLetter(
        String projection,
        String sequence,
        long commit,
        long position,
        @Nullable String cause,
        String message) {

    static KeptLetter of(String projection, String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        EventContext at = EventContext.of(letter.message());
        Cause cause = letter.cause().orElse(null);
        return new KeptLetter(
                projection,
                sequence,
                at.commit(),
                at.position(),
                cause == null ? null : cause.type(),
                cause == null ? "" : cause.message());
    }

    DeadLetter<EventMessage<?>> read(LedgerEventSource source) {
        EventMessage<?> event = source.event(commit, position).message();
        return cause == null
                ? new GenericDeadLetter<>(sequence, event)
                : new GenericDeadLetter<>(sequence, event, new ThrowableCause(cause, message));
    }
}
