package vn.soto.events;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.ledger.EventType;

/**
 * Converts the body of one stored version of an event to the next version. It is a pure function; the stored bytes stay
 * as they are.
 *
 * @param to     the resulting version: one that the registry knows, or the source of another upcaster
 * @param change to the body in the form of that version; may modify its argument
 */
public record Upcaster(EventType from, EventType to, UnaryOperator<ObjectNode> change) {

    /** @param event name without version */
    static Upcaster to(int version, String event, UnaryOperator<ObjectNode> change) {
        return new Upcaster(
                new EventType(event, Integer.toString(version - 1)),
                new EventType(event, Integer.toString(version)),
                change);
    }

    /** For components that the version before did not have, and that are absent in what was stored by it. */
    static Upcaster gains(int version, String event, String... components) {
        return to(version, event, body -> nulls(body, components));
    }

    static ObjectNode nulls(ObjectNode body, String... components) {
        for (String component : components) {
            body.putNull(component);
        }
        return body;
    }
}
