package vn.soto.ledgerwriter.privacy;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import vn.soto.contracts.person.Subject;
import vn.soto.privacy.StoredKey;

/**
 * Writes a key store. Safe for any number of threads and processes; blocking. Throws {@link
 * vn.soto.ledger.LedgerException.Unavailable} if the store could not be written; every method may then be called again.
 */
public interface SubjectKeyWriter {

    /**
     * Returns what is durably stored for each subject: the given key, or the entry that was there before. Two
     * concurrent creators of one key get the same result.
     *
     * @param wrapped see {@link vn.soto.privacy.MasterKey#wrap}
     */
    Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped);

    /**
     * Destroys the keys: when this returns, no file of the store holds them, as far as the store can tell. No key is
     * ever created for these subjects again, whether they had one or not.
     */
    void destroy(Collection<Subject> subjects);

    /** Returns the proof that the store holds: the given one, or the one that was there before. */
    byte[] proveIfAbsent(byte[] proof);

    /**
     * How many entries were removed, although a store only ever gets more; 0 if the store cannot tell. One that lacks
     * its last entries looks like an older one.
     */
    default long missing() {
        return 0;
    }

    /** The same store, which makes no key while a ledger by that clock takes no commit: the key would be nobody's. */
    default SubjectKeyWriter ofLedgerBy(Clock clock) {
        SubjectKeyWriter store = this;
        return new SubjectKeyWriter() {
            @Override
            public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
                var _ = clock.instant();
                return store.createIfAbsent(wrapped);
            }

            @Override
            public void destroy(Collection<Subject> subjects) {
                store.destroy(subjects);
            }

            @Override
            public byte[] proveIfAbsent(byte[] proof) {
                return store.proveIfAbsent(proof);
            }

            @Override
            public long missing() {
                return store.missing();
            }
        };
    }
}
