package vn.soto.events;

import org.jspecify.annotations.Nullable;
import vn.soto.ledger.EventType;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

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

    /** An event of a ledger cannot be decoded; its cause says why. The ledger is damaged at this place. */
    public static final class Undecodable extends EventException {

        private final String aggregate;
        private final long commit;
        private final String event;

        Undecodable(StoredEvent stored, RuntimeException cause) {
            this(subject(stored), stored.commit(), stored.event().id(), cause);
        }

        private Undecodable(String aggregate, long commit, String event, RuntimeException cause) {
            super(
                    "event " + event + " of " + aggregate + " in commit " + commit + " cannot be decoded: "
                            + cause.getMessage(),
                    cause);
            this.aggregate = aggregate;
            this.commit = commit;
            this.event = event;
        }

        private static String subject(StoredEvent stored) {
            StreamPosition place = stored.event().aggregate();
            return place == null ? stored.event().id() : place.id();
        }

        /** Id of the event's aggregate, or of the event if it has none. */
        public String aggregate() {
            return aggregate;
        }

        /** Number of the event's commit. */
        public long commit() {
            return commit;
        }

        /** Id of the event. */
        public String event() {
            return event;
        }
    }
}
