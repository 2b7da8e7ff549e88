package vn.soto.allinone.account;

import vn.soto.contracts.access.AccountId;

/** The rights of administrators over accounts, as the rules of the ledger decide them. */
interface AdministratorReach {

    /** Whether the administrator's rights reach all that was ever granted to the account, and its person. */
    boolean reaches(AccountId administrator, AccountId account);

    /** Whether a reset of the account takes two persons; asked once the ledger has grants. */
    boolean resetTakesTwo(AccountId account, boolean removesFactor, AccountId by);
}
