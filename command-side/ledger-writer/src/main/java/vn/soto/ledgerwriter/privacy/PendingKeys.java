package vn.soto.ledgerwriter.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.StoredKey;

/** Keys that one caller waits to have created. Guarded by the write lock of {@link SqliteSubjectKeys}. */
final class PendingKeys {

    private final Map<Subject, byte[]> wrapped;
    private @Nullable Map<Subject, StoredKey> stored;
    private @Nullable LedgerException failure;

    PendingKeys(Map<Subject, byte[]> wrapped) {
        this.wrapped = wrapped;
    }

    Map<Subject, byte[]> wrapped() {
        return wrapped;
    }

    boolean isDone() {
        return stored != null || failure != null;
    }

    void done(Map<Subject, StoredKey> all) {
        Map<Subject, StoredKey> mine = new HashMap<>(all);
        mine.keySet().retainAll(wrapped.keySet());
        stored = mine;
    }

    void failed(LedgerException why) {
        failure = why;
    }

    Map<Subject, StoredKey> result() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(stored);
    }
}
