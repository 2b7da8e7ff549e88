package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Before the second version nobody said since when a household lives where it was registered. */
record HouseholdGainsFirstDay() implements Upcaster {

    @Override
    public EventType from() {
        return new EventType("household.registered", "1");
    }

    @Override
    public EventType to() {
        return new EventType("household.registered", "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("livesSince");
    }
}
