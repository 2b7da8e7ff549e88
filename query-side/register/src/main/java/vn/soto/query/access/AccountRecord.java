package vn.soto.query.access;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * The events of one account, from which its state is derived as of any commit.
 *
 * @param id name of the account
 */
public record AccountRecord(@BsonId String id, List<AccountFact> facts) implements ReadModel {

    static final DocumentType<AccountRecord> KIND = new DocumentType<>("accounts", AccountRecord.class);

    /** An event of the account. */
    public record AccountFact(long position, long commit, AccessEvent event) implements Stamped {}

    AccountRecord with(AccountFact fact) {
        return new AccountRecord(id, VersionedRows.with(facts, fact));
    }

    /** The state as known at a commit; empty if nothing was known of the account. */
    Optional<AccountState> asOf(long commit) {
        List<AccountFact> known = VersionedRows.asOf(facts, commit);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        AccountState state = AccountState.blank(new AccountId(id));
        for (AccountFact fact : known) {
            state = state.after(fact.event);
        }
        return Optional.of(state);
    }
}
