package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Reads one stored version of an event as the next one. A pure function: the same body always gives the same result.
 * The stored bytes stay as they are; only what is read from them changes.
 */
public interface Upcaster {

    EventType from();

    /** A version the registry knows, or one that another upcaster takes further. */
    EventType to();

    /** The body as {@link #to()} would have stored it; the argument belongs to the call and may be changed. */
    ObjectNode upcast(ObjectNode body);
}
