package vn.soto.events;

import org.jspecify.annotations.Nullable;
import vn.soto.ledger.EventType;

/** An event cannot be encoded or decoded. The codec neither skips nor guesses. */
public abstract sealed class EventException extends RuntimeException {

    private EventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The stored name and revision have no class and no upcaster, or the class has no stored name. */
    public static final class Unknown extends EventException {

        Unknown(EventType type) {
            super("no event is known by the stored name " + EventRegistry.text(type), null);
        }

        Unknown(Class<?> event) {
            super(event.getName() + " has no stored name in the registry", null);
        }
    }

    /** The stored bytes do not match their stored name and revision. */
    public static final class Malformed extends EventException {

        Malformed(EventType type, String complaint, @Nullable Throwable cause) {
            super("a stored " + EventRegistry.text(type) + " is malformed: " + complaint, cause);
        }
    }
}
