package vn.soto.allinone.account;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;

/**
 * Records in the ledger what administrators do to the sign-in of an account, also of one that may do nothing yet: whoever knows its
 * password counts once it gets a right. The fact comes before the change of the account. A process that dies in between, or a disk that
 * fails then, leaves a fact that counts against whoever did it, and the next start carries it out.
 */
interface AccountFacts {

    void locked(String by, AccountId account);

    void unlocked(String by, AccountId account);

    /**
     * Somebody gets to know a one-time password of the account: a new one, or the first of a new account.
     *
     * @param wishedBy who asked for it before; absent if it took one person
     */
    void reset(String by, AccountId account, @Nullable AccountId wishedBy, boolean removesFactor);
}
