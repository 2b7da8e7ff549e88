package vn.soto.ledgerwriter;

import java.util.List;
import vn.soto.ledger.Commit;

/**
 * Told of every commit that an {@link ObservableAppender} made. It runs on the thread that writes, before the callers of
 * {@code append} get their results: it returns at once and appends nothing.
 */
@FunctionalInterface
public interface CommitListener {

    /** @param commits at least one, in the order of the ledger; durable, and visible to every reader */
    void onCommitted(List<Commit> commits);

    /** The ledger may hold commits that were not reported: whatever was derived from reports has to be read again. */
    default void onUncertain() {}
}
