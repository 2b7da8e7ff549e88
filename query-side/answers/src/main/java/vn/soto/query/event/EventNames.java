package vn.soto.query.event;

import vn.soto.ledger.EventType;

/** The stored names of events. */
public final class EventNames {

    private EventNames() {}

    /** The stored name with its revision. */
    public static String of(EventType type) {
        return type.revision() == null ? type.name() : type.name() + ".v" + type.revision();
    }
}
