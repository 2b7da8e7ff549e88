package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Adds the level to teams formed before levels existed: all were teams of residential units. */
record TeamFormedGainsLevel() implements Upcaster {

    @Override
    public EventType from() {
        return new EventType("team.formed", "1");
    }

    @Override
    public EventType to() {
        return new EventType("team.formed", "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.put("level", "HAMLET");
    }
}
