package vn.soto.allinone.account;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;

/**
 * A local account. It says who signs in; what the account may do stands in the ledger.
 *
 * @param id       its name in commits; an opaque id, or the login name for an account of an accounts file
 * @param login    name that a person types to sign in
 * @param password hash of the password
 * @param oneTime  whether the password must be changed before anything else is done
 * @param asserted role that the sign-in asserts, of an accounts file; counts only before the ledger's first grant
 * @param locked   whether an administrator has locked it
 * @param epoch    raised by whatever ends the sessions of the account
 * @param factor   second factor, if one has been set up
 */
public record LocalAccount(
        AccountId id,
        String login,
        String password,
        boolean oneTime,
        @Nullable Role asserted,
        boolean locked,
        long epoch,
        @Nullable SecondFactor factor) {

    /** An account whose first password is one that somebody else has seen. */
    static LocalAccount fresh(AccountId id, String login, String password) {
        return new LocalAccount(id, login, password, true, null, false, 0, null);
    }

    /** An account of an accounts file. */
    static LocalAccount takenOver(String login, String password, Role asserted) {
        return new LocalAccount(new AccountId(login), login, password, false, asserted, false, 0, null);
    }

    /** A new password, which ends every session. */
    LocalAccount withPassword(String hash, boolean forOnce) {
        return new LocalAccount(id, login, hash, forOnce, asserted, locked, epoch + 1, factor);
    }

    /** The same password under another hash. */
    LocalAccount rehashed(String hash) {
        return new LocalAccount(id, login, hash, oneTime, asserted, locked, epoch, factor);
    }

    LocalAccount withLock(boolean lock) {
        return new LocalAccount(id, login, password, oneTime, asserted, lock, epoch + 1, factor);
    }

    /**
     * The account as it is read after something else has changed it. Nobody signs in, an unlock alone brings no
     * password back, and a reset brings back no inserted role or session.
     */
    LocalAccount distrusted() {
        return new LocalAccount(id, login, "", oneTime, null, true, epoch + AccountsTable.RESTORED, factor);
    }

    LocalAccount signedOutEverywhere() {
        return new LocalAccount(id, login, password, oneTime, asserted, locked, epoch + 1, factor);
    }

    LocalAccount withFactor(@Nullable SecondFactor other) {
        return new LocalAccount(id, login, password, oneTime, asserted, locked, epoch, other);
    }

    /** The roles that the sign-in asserts; they count only before the ledger's first grant. */
    public Set<Role> assertedRoles() {
        return asserted == null ? Set.of() : Set.of(asserted);
    }

    /** The second factor, if it is in force. */
    Optional<SecondFactor> confirmedFactor() {
        return Optional.ofNullable(factor).filter(SecondFactor::confirmed);
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "LocalAccount[" + id + ", epoch " + epoch + (locked ? ", locked]" : "]");
    }
}
