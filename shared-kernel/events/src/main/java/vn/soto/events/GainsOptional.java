package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * A version of an event with a component that the one before did not have, and that is absent in what was stored by it.
 *
 * @param event name without version
 * @param since version with the component
 */
record GainsOptional(String event, int since, String component) implements Upcaster {

    @Override
    public EventType from() {
        return new EventType(event, Integer.toString(since - 1));
    }

    @Override
    public EventType to() {
        return new EventType(event, Integer.toString(since));
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull(component);
    }
}
