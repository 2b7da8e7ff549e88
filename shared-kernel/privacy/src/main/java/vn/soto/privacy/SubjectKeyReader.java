package vn.soto.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.person.Subject;

/**
 * Reads a key store, which is never the ledger's. Blocking, for any number of threads; what is destroyed is gone for the next
 * reader, so nobody keeps what is read here. Fails with {@link vn.soto.ledger.LedgerException.Unavailable} when the store
 * cannot be read.
 */
public interface SubjectKeyReader {

    /** Of those subjects that have, or had, a key. */
    Map<Subject, StoredKey> find(Collection<Subject> subjects);

    default Optional<StoredKey> find(Subject subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    /** See {@link MasterKey#made}; empty while there is no key. */
    Optional<byte[]> proof();
}
