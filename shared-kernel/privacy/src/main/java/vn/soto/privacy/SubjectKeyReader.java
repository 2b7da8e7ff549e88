package vn.soto.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.person.Subject;

/**
 * Reads a key store, which is kept apart from the ledger. Blocking, safe for any number of threads. Callers must not
 * cache keys: a destroyed key must be unavailable to the next read. Fails with {@link
 * vn.soto.ledger.LedgerException.Unavailable} when the store cannot be read.
 */
public interface SubjectKeyReader {

    /** The entries of those subjects that have, or had, a key. */
    Map<Subject, StoredKey> find(Collection<Subject> subjects);

    default Optional<StoredKey> find(Subject subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    /** See {@link MasterKey#made}; empty while there is no key. */
    Optional<byte[]> proof();
}
