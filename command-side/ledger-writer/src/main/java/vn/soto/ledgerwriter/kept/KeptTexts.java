package vn.soto.ledgerwriter.kept;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Texts that are kept until an instant. Safe for any number of threads; blocking. Throws {@link
 * vn.soto.ledger.LedgerException.Unavailable} if the store cannot be read or written; every method may then be called again.
 */
public interface KeptTexts {

    /** Keeps a text in place of the one with this id, if there is one. */
    void keep(KeptText text);

    /** The texts of an account that end after {@code now}, those that end first before the others. */
    List<KeptText> of(String owner, Instant now);

    /** Removes a text; does nothing if it is not there, or is another account's. */
    void remove(UUID id, String owner);

    /** Removes all that ended by {@code now}, whosever they are. */
    void removeEnded(Instant now);
}
