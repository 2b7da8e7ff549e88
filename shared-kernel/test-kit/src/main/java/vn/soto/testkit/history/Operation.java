package vn.soto.testkit.history;

import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Hash;

/**
 * One operation of a client, with the stamps of its invocation and its return. One operation came before another only
 * if it returned before the other was invoked.
 */
sealed interface Operation {

    /** The return of an operation that has none yet. */
    long NEVER = Long.MAX_VALUE;

    String client();

    long invoked();

    long returned();

    default boolean isBefore(Operation other) {
        return returned() < other.invoked();
    }

    record Append(String client, long invoked, long returned, Attempt attempt, OperationOutcome outcome)
            implements Operation {}

    record TailRead(String client, long invoked, long returned, long number, Hash chain) implements Operation {}

    /** @param seen absent if there was no commit of that number */
    record CommitRead(
            String client,
            long invoked,
            long returned,
            long number,
            @Nullable ObservedCommit seen) implements Operation {}

    /** @param head -1 if the aggregate had no events */
    record HeadRead(String client, long invoked, long returned, String aggregate, long head) implements Operation {}
}
