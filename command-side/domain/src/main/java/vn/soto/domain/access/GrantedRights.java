package vn.soto.domain.access;

import java.util.List;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * Reads of the ledger what accounts may do. Each read is guarded like reading any aggregate, so a right that is revoked
 * meanwhile makes the commit conflict.
 */
public final class GrantedRights {

    private final ReadOnlyAggregates consulted;

    public GrantedRights(ReadOnlyAggregates consulted) {
        this.consulted = consulted;
    }

    /**
     * Whether the ledger has its first grant. If so only the ledger says what an account may do; before, the roles that
     * sign-in asserts count. This is the one place of the command side that decides it.
     */
    public boolean areInForce() {
        return consulted
                .find(RoleHolders.class, RoleHoldersEvent.FIRST_GRANT, holders -> true)
                .isPresent();
    }

    /** Blank for an account without any event. */
    public AccountState of(AccountId account) {
        return consulted
                .find(Account.class, AccessEvent.idOf(account), Account::state)
                .orElseGet(() -> AccountState.blank(account));
    }

    /** Accounts that were ever granted the role, one with a right to approve. */
    public List<AccountId> listed(Role role) {
        return consulted
                .find(RoleHolders.class, RoleHoldersEvent.idOf(role), RoleHolders::accounts)
                .orElse(List.of());
    }
}
