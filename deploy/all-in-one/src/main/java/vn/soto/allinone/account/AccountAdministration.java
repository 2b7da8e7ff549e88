package vn.soto.allinone.account;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.soto.allinone.account.AccountChange.Kind;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.contracts.access.AccountId;

/**
 * What administrators of the whole ledger do with other people's accounts. A new account may do nothing until a role is granted to
 * it, or it is linked to a person; both are commands, recorded in the ledger.
 */
final class AccountAdministration {

    /** What a phone's keyboard has, and what is no address or path. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LedgerRights rights;
    private final Supplier<UUID> ids;
    private final Clock clock;

    AccountAdministration(
            AccountStore accounts, Passwords passwords, LedgerRights rights, Supplier<UUID> ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.ids = ids;
        this.clock = clock;
    }

    /** A one-time password, which is shown once. */
    record Issued(LocalAccount account, String password) {}

    List<LocalAccount> all(String by) {
        administrator(by);
        return accounts.all();
    }

    List<AccountChange> history(String by, AccountId account, int limit) {
        administrator(by);
        return accounts.history(present(account).id(), limit);
    }

    Issued create(String by, String login) {
        administrator(by);
        if (!LOGIN.matcher(login).matches()) {
            throw new AccountRefusedException(Reason.LOGIN_MALFORMED);
        }
        String password = passwords.oneTime();
        LocalAccount account = LocalAccount.fresh(new AccountId(ids.get().toString()), login, passwords.hash(password));
        if (!accounts.add(List.of(account), List.of(entry(by, Kind.CREATED, account.id())))) {
            throw new AccountRefusedException(Reason.LOGIN_TAKEN, login);
        }
        return new Issued(account, password);
    }

    /** A new one-time password; also removes the second factor, because who lost one has often lost both. */
    Issued reset(String by, AccountId id) {
        administrator(by);
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        return new Issued(
                change(
                        by,
                        id,
                        Kind.PASSWORD_RESET,
                        present -> present.withPassword(hash, true).withFactor(null)),
                password);
    }

    LocalAccount lock(String by, AccountId id) {
        administrator(by);
        if (by.equals(id.value())) {
            throw new AccountRefusedException(Reason.OWN_LOCK);
        }
        return change(by, id, Kind.LOCKED, present -> present.locked() ? present : present.withLock(true));
    }

    LocalAccount unlock(String by, AccountId id) {
        administrator(by);
        return change(by, id, Kind.UNLOCKED, present -> present.locked() ? present.withLock(false) : present);
    }

    private LocalAccount change(String by, AccountId id, Kind kind, UnaryOperator<LocalAccount> change) {
        return accounts.change(id, change, entry(by, kind, id))
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private AccountChange entry(String by, Kind kind, AccountId account) {
        return new AccountChange(clock.instant(), by, kind, account);
    }

    private LocalAccount present(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private void administrator(String by) {
        LocalAccount account = accounts.find(new AccountId(by))
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_ADMINISTRATOR));
        if (!rights.administersAll(account)) {
            throw new AccountRefusedException(Reason.NOT_ADMINISTRATOR);
        }
    }
}
