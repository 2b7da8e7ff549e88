package vn.soto.events;

import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Converts the body of one stored version of an event to the next version. It is a pure function; the stored bytes stay
 * as they are.
 */
public interface Upcaster {

    EventType from();

    /** The resulting version: one that the registry knows, or the source of another upcaster. */
    EventType to();

    /** The body in the form of version {@link #to()}; the function may modify its argument. */
    ObjectNode upcast(ObjectNode body);
}
