package vn.soto.command.dispatch;

import java.time.Instant;
import java.util.List;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountAct;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.policy.Recordings;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The accounts of a ledger as its present tail has them, for questions outside a command. A command asks
 * {@link vn.soto.domain.access.GrantedRights}, whose answers guard its commit.
 */
public final class LedgerAccounts {

    private final LedgerReader ledger;
    private final PastEvents past;
    private final Recordings recordings;

    public LedgerAccounts(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.past = PastEvents.in(ledger, codec);
        this.recordings = new LedgerRecordings(ledger, codec);
    }

    /** Whether the ledger has its first grant; until then the roles that sign-in asserts count. */
    public boolean areGranted() {
        return FirstAdministrator.isRecorded(ledger);
    }

    /** Blank for an account without any event. */
    public AccountState of(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (AccessEvent event : events(account)) {
            state = state.after(event);
        }
        return state;
    }

    List<AccessEvent> events(AccountId account) {
        return past.of(AccessEvent.idOf(account), Long.MAX_VALUE, AccessEvent.class);
    }

    /** Tells the accounts that are those of two persons at that time. */
    public SeparatePersons twoPersons(Instant now) {
        return new SeparatePersons(this::acts, now);
    }

    /** All that was done to the account, in the order of the ledger. */
    public List<AccountAct> acts(AccountId account) {
        return GrantedRights.acts(recordings, account);
    }

    /** Accounts that were ever granted the role, one with a right to approve; the earliest first. */
    public List<AccountId> listed(Role role) {
        return past.of(RoleHoldersEvent.idOf(role), Long.MAX_VALUE, RoleHolderListed.class).stream()
                .map(RoleHolderListed::account)
                .toList();
    }
}
