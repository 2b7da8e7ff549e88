package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Before this version the event did not say whether two persons had linked the account. */
record AccountLinkedGainsApproval() implements Upcaster {

    @Override
    public EventType from() {
        return new EventType("account.linked", "1");
    }

    @Override
    public EventType to() {
        return new EventType("account.linked", "2");
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("approval");
    }
}
