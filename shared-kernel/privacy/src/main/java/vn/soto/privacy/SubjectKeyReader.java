package vn.soto.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import vn.soto.contracts.person.Subject;

/**
 * Reads a key store, which is kept apart from the ledger. Blocking, safe for any number of threads. Callers must not
 * cache keys: a destroyed key must be unavailable to the next read. Fails with {@link
 * vn.soto.ledger.LedgerException.Unavailable} when the store cannot be read.
 */
public interface SubjectKeyReader {

    /** The entries of those subjects that have, or had, a key. */
    Map<Subject, StoredKey> find(Collection<Subject> subjects);

    /**
     * Up to {@code limit} entries behind a name, the first ones for an empty one, in an order of the store that does not change. By the
     * name that the store has, which of a damaged entry may be no subject's.
     */
    SequencedMap<String, StoredKey> after(String name, int limit);

    default Optional<StoredKey> find(Subject subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    /** See {@link MasterKey#made}; empty while there is no key. */
    Optional<byte[]> proof();
}
