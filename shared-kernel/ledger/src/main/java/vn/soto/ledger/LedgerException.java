package vn.soto.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why an operation of the ledger failed. Every type names its consequence for the draft: not written, or unknown. */
public abstract sealed class LedgerException extends RuntimeException {

    private final @Nullable WriteFault fault;

    private LedgerException(String message, @Nullable WriteFault fault, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    private LedgerException(String message) {
        this(message, null, null);
    }

    /** The fault to be mended before anything is written again; empty if nothing is wrong with the store. */
    public Optional<WriteFault> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Not written: another commit took the stream position, or a guarded aggregate has changed. Read and decide again.
     */
    public static final class Conflict extends LedgerException {
        private final String aggregate;

        /** Index, within the draft, of the event whose stream position is taken; -1 when a guard failed. */
        private final int event;

        public Conflict(String aggregate, int event) {
            super("aggregate " + aggregate + " has changed since it was read");
            this.aggregate = aggregate;
            this.event = event;
        }

        public String aggregate() {
            return aggregate;
        }

        public int event() {
            return event;
        }
    }

    /** Not written again: a commit of this command exists already. */
    public static final class Repeated extends LedgerException {
        private final UUID command;

        public Repeated(UUID command) {
            super("command " + command + " is recorded already");
            this.command = command;
        }

        public UUID command() {
            return command;
        }
    }

    /** Not written: an event id stands twice in the batch being written. */
    public static final class DuplicateEventId extends LedgerException {
        private final int event;

        public DuplicateEventId(String id, int event) {
            super("event id " + id + " is taken");
            this.event = event;
        }

        public int event() {
            return event;
        }
    }

    /** Not written: the draft exceeds {@link Limits}. */
    public static final class TooLarge extends LedgerException {

        public TooLarge(String message) {
            super(message);
        }
    }

    /** Not written: the queue is full, the disk is full, the clock is behind or the ledger is closing. Try again later. */
    public static final class Unavailable extends LedgerException {
        private final Duration retryAfter;

        public Unavailable(String message, Duration retryAfter, @Nullable Throwable cause) {
            this(message, null, retryAfter, cause);
        }

        public Unavailable(String message, @Nullable WriteFault fault, Duration retryAfter, @Nullable Throwable cause) {
            super(message, fault, cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Unknown: the store did not confirm or deny the commit. Submit the command again under the same id. */
    public static final class Uncertain extends LedgerException {

        public Uncertain(String message, Throwable cause) {
            this(message, null, cause);
        }

        public Uncertain(String message, @Nullable WriteFault fault, @Nullable Throwable cause) {
            super(message, fault, cause);
        }
    }

    /** The stored ledger contradicts itself or its anchor: nothing is read or written until an operator has decided. */
    public static sealed class Damaged extends LedgerException {

        public Damaged(String message, @Nullable Throwable cause) {
            this(message, WriteFault.DAMAGED, cause);
        }

        public Damaged(String message, WriteFault fault, @Nullable Throwable cause) {
            super(message, fault, cause);
        }
    }

    /**
     * Not written: one commit is damaged, and the command or the answer rests on it. Everything that does not rest on
     * it can be read and written.
     */
    public static final class CommitDamaged extends Damaged {
        private final long commit;

        public CommitDamaged(long commit, Damage damage, @Nullable Throwable cause) {
            super(damage.message(commit), cause);
            this.commit = commit;
        }

        public long commit() {
            return commit;
        }
    }
}
