package vn.soto.command.dispatch;

import java.util.List;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The accounts of a ledger as its present tail has them, for questions outside a command. A command asks
 * {@link vn.soto.domain.access.GrantedRights}, whose answers guard its commit.
 */
public final class LedgerAccounts {

    private final LedgerReader ledger;
    private final PastEvents past;

    public LedgerAccounts(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.past = new PastEvents(ledger, codec);
    }

    /** Whether the ledger has its first grant; until then the roles that sign-in asserts count. */
    public boolean areGranted() {
        return FirstAdministrator.isRecorded(ledger);
    }

    /** Blank for an account without any event. */
    public AccountState of(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (AccessEvent event : past.of(AccessEvent.idOf(account), Long.MAX_VALUE, AccessEvent.class)) {
            state = state.after(event);
        }
        return state;
    }

    /** Accounts that were ever granted the role, one with a right to approve; the earliest first. */
    public List<AccountId> listed(Role role) {
        return past.of(RoleHoldersEvent.idOf(role), Long.MAX_VALUE, RoleHolderListed.class).stream()
                .map(RoleHolderListed::account)
                .toList();
    }
}
