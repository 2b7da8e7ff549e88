package vn.soto.allinone.account;

import vn.soto.contracts.access.AccountId;

/** Records in the ledger that an account is the first administrator of the whole, by the system itself. */
@FunctionalInterface
public interface FirstAdministrator {

    /** Does nothing if the ledger has an administrator. */
    void record(AccountId account);
}
