package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Upcaster for erasures of the first version, when no policy had periods of keeping. */
record ErasedGainsPeriod() implements Upcaster {

    private static final String ERASED = "personal-data.erased";

    @Override
    public EventType from() {
        return new EventType(ERASED, "1");
    }

    @Override
    public EventType to() {
        return new EventType(ERASED, "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("keptUntil");
    }
}
