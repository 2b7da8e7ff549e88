package vn.soto.ledger;

/**
 * Appends to a ledger. Only {@code command-side/ledger-writer} implements it, and the query side cannot reach an
 * implementation.
 */
public interface LedgerAppender {

    /**
     * Blocks until the commit is durable. When it throws, {@link LedgerException} says which of three holds: nothing
     * was written, it was written, or it is unknown.
     */
    Commit append(Draft draft);
}
