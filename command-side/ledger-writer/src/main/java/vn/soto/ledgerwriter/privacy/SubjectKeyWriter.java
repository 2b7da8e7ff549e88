package vn.soto.ledgerwriter.privacy;

import java.util.Collection;
import java.util.Map;
import vn.soto.contracts.person.Subject;
import vn.soto.privacy.StoredKey;

/**
 * Writes a key store. Safe for any number of threads and processes; blocking. Fails with
 * {@link vn.soto.ledger.LedgerException.Unavailable} when the store could not be written, and what was asked may be asked
 * again.
 */
public interface SubjectKeyWriter {

    /**
     * What is stored for each of the subjects when this returns, durably: the key given, or what was there before. So of two
     * who create one, both get the same.
     *
     * @param wrapped see {@link vn.soto.privacy.MasterKey#wrap}
     */
    Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped);

    /**
     * When this returns the keys are in no file of the store any more, as far as the store can tell, and nothing is created
     * for these subjects ever again, whether they had a key or not.
     */
    void destroy(Collection<Subject> subjects);

    /** The proof that the store keeps when this returns: the one given, or one that was there before. */
    byte[] proveIfAbsent(byte[] proof);
}
