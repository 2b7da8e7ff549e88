package vn.soto.projection;

import org.axonframework.messaging.Message;
import vn.soto.projection.source.EventContext;

/**
 * An event as a projector receives it.
 *
 * @param event decoded, or an {@link vn.soto.projection.source.UndecodableEvent}
 */
public record ProjectedEvent(Object event, EventContext at) {

    static ProjectedEvent of(Message<?> message) {
        return new ProjectedEvent(message.getPayload(), EventContext.of(message));
    }
}
