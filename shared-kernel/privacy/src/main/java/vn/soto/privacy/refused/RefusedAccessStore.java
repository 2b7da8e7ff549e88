package vn.soto.privacy.refused;

import java.util.List;

/**
 * The store of the register of refused access: the latest {@link #MOST} entries; a new one takes the place of the oldest. Safe
 * for any number of threads; blocking.
 */
public interface RefusedAccessStore extends AutoCloseable {

    int MOST = 10_000;

    /**
     * Adds an entry and returns its number; a later entry has a greater one.
     *
     * @throws vn.soto.ledger.LedgerException.Unavailable if it cannot be written
     */
    long add(RefusedAccess entry);

    /**
     * Puts a later state in the place of an entry; false if a newer entry has taken its place.
     *
     * @throws vn.soto.ledger.LedgerException.Unavailable if it cannot be written
     */
    boolean update(long number, RefusedAccess entry);

    /**
     * The entries with lower numbers, latest first.
     *
     * @throws vn.soto.ledger.LedgerException.Unavailable if they cannot be read
     */
    List<Numbered> latest(long before, int limit);

    @Override
    void close();

    /** An entry and its number in the store. */
    record Numbered(long number, RefusedAccess entry) {}
}
