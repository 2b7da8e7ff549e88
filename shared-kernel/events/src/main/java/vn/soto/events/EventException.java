package vn.soto.events;

import org.jspecify.annotations.Nullable;
import vn.soto.ledger.EventType;

/** Why an event cannot be read or written. Nothing is ever skipped or guessed instead. */
public abstract sealed class EventException extends RuntimeException {

    private EventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No class and no upcaster is known for this stored name and revision, or no stored name for this class. */
    public static final class Unknown extends EventException {

        Unknown(EventType type) {
            super("no event is known by the stored name " + EventRegistry.text(type), null);
        }

        Unknown(Class<?> event) {
            super(event.getName() + " has no stored name in the registry", null);
        }
    }

    /** The stored bytes are not what this stored name and revision promise. */
    public static final class Malformed extends EventException {

        Malformed(EventType type, String complaint, @Nullable Throwable cause) {
            super("a stored " + EventRegistry.text(type) + " is malformed: " + complaint, cause);
        }
    }
}
