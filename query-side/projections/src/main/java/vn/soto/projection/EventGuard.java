package vn.soto.projection;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.DamagedEvent;
import vn.soto.projection.source.UndecodableEvent;

/**
 * Fails on every event of one type, which thereby becomes a dead letter of each projection with this guard.
 *
 * @param cause exception for the event
 */
record EventGuard<E>(Class<E> type, Function<E, RuntimeException> cause) implements EventMessageHandler {

    /** Against events of a damaged commit. */
    static final EventGuard<DamagedEvent> DAMAGED = new EventGuard<>(DamagedEvent.class, DamagedEvent::cause);

    /** Against undecodable events, for projections that read bodies. */
    static final EventGuard<UndecodableEvent> UNDECODABLE =
            new EventGuard<>(UndecodableEvent.class, UndecodableEvent::cause);

    /** Axon hands an event that one handler of a projection takes to all of them. */
    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (type.isInstance(message.getPayload())) {
            throw cause.apply(type.cast(message.getPayload()));
        }
        return null;
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType == type;
    }

    @Override
    public Class<?> getTargetType() {
        return getClass();
    }
}
