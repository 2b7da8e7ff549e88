package vn.soto.projection;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Hands each event to every lane with a projector that wants it. A lane is a segment of Axon's processor. */
record FanOutInvoker(List<Lane> lanes) implements EventHandlerInvoker {

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return lane(segment).wants(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payload) {
        return lanes.stream().anyMatch(lane -> lane.wants(payload));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        lane(segment).fold(message);
    }

    private Lane lane(Segment segment) {
        return lanes.get(segment.getSegmentId());
    }

    /** A read model is made anew beside the one that answers. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
