package vn.soto.projection.source;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;

/**
 * An event as a projector receives it.
 *
 * @param event decoded, or an {@link UndecodableEvent} or a {@link DamagedEvent}
 */
public record ProjectedEvent(Object event, EventContext at) {

    public static ProjectedEvent of(Message<?> message) {
        return new ProjectedEvent(message.getPayload(), EventContext.of(message));
    }

    /** The event as a message, for Axon's queues of dead letters. */
    public EventMessage<?> message() {
        return new GenericEventMessage<>(at.event(), event, Map.of(EventContext.KEY, at), at.at());
    }
}
