package vn.soto.allinone.account;

import vn.soto.command.dispatch.AccountRoles;
import vn.soto.contracts.access.AccountId;

/** As the ledger decides it now. */
record LedgerReach(AccountRoles roles) implements AdministratorReach {

    @Override
    public boolean reaches(AccountId administrator, AccountId account) {
        return roles.administers(administrator, account);
    }

    @Override
    public boolean resetTakesTwo(AccountId account, boolean removesFactor, AccountId by) {
        return roles.resetTakesTwo(account, removesFactor, by);
    }
}
