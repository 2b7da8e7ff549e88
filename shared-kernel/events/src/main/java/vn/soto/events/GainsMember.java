package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/** Before this version only officers and leaders corrected a record or took it back, so the event names no member. */
record GainsMember(EventType from, EventType to) implements Upcaster {

    static GainsMember assistanceVoided() {
        return of("assistance.voided", "2", "3");
    }

    static GainsMember outreachCorrected() {
        return of("outreach.corrected", "1", "2");
    }

    static GainsMember outreachVoided() {
        return of("outreach.voided", "1", "2");
    }

    private static GainsMember of(String name, String from, String to) {
        return new GainsMember(new EventType(name, from), new EventType(name, to));
    }

    @Override
    public ObjectNode upcast(ObjectNode body) {
        return body.putNull("by");
    }
}
