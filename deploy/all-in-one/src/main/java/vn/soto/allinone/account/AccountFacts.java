package vn.soto.allinone.account;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;

/**
 * Records in the ledger the acts of administrators on the sign-in of an account. It also does so for an account without
 * rights, because its password may be known when it gets one. The fact comes before the change of the account. If the
 * process dies in between, or a disk fails then, the fact remains and counts against its author. The next start carries
 * it out.
 */
interface AccountFacts {

    void locked(String by, AccountId account);

    void unlocked(String by, AccountId account);

    /**
     * Somebody gets to know a one-time password of the account: a new one, or the first of a new account.
     *
     * @param wishedBy account that asked for it before; absent if it took one person
     */
    void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor);
}
