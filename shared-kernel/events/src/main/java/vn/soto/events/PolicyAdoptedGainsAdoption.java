package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Policies of the first version do not tell by how many persons they were adopted. */
record PolicyAdoptedGainsAdoption() implements Upcaster {

    @Override
    public EventType from() {
        return new EventType("policy.adopted", "1");
    }

    @Override
    public EventType to() {
        return new EventType("policy.adopted", "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("adoption");
    }
}
