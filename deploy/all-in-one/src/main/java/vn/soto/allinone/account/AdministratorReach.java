package vn.soto.allinone.account;

import vn.soto.contracts.access.AccountId;

/** How far the rights of administrators reach, as commands of the ledger decide it. */
@FunctionalInterface
interface AdministratorReach {

    /** Whether the administrator's rights reach all that was ever granted to the account, and its person. */
    boolean reaches(AccountId administrator, AccountId account);
}
