package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.contracts.access.AccountId;

/**
 * What administrators do with other people's accounts: those of the whole with all, those of an area with accounts whose rights all
 * lie in it, so that nobody gets more by an account than the own rights give. A new account may do nothing until a role is granted
 * to it, or it is linked to a person; both are commands, recorded in the ledger. Until then only its maker of an area
 * administers it.
 */
final class AccountAdministration {

    /** What a phone's keyboard has, and what is no address or path. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    /** Of a history in which its maker is looked for. */
    private static final int MOST_ENTRIES = 1_000;

    private static final Duration WISH_LASTS = Duration.ofDays(1);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LedgerRights rights;
    private final AdministratorReach reach;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** Resets that wait for a second administrator; a restart forgets them. */
    private final Map<AccountId, Wish> wishes = new HashMap<>();

    private record Wish(String by, Instant at) {}

    AccountAdministration(
            AccountStore accounts,
            Passwords passwords,
            LedgerRights rights,
            AdministratorReach reach,
            Supplier<UUID> ids,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.reach = reach;
        this.ids = ids;
        this.clock = clock;
    }

    /** A one-time password, which is shown once. */
    record OneTimePassword(LocalAccount account, String password) {}

    /** Those that the administrator administers. */
    List<LocalAccount> all(String by) {
        LocalAccount administrator = administrator(by);
        return accounts.all().stream()
                .filter(account -> administers(administrator, account.id()))
                .toList();
    }

    List<AccountChange> history(String by, AccountId account, int limit) {
        administratorOf(by, account);
        return accounts.history(present(account).id(), limit);
    }

    OneTimePassword create(String by, String login) {
        administrator(by);
        if (!LOGIN.matcher(login).matches()) {
            throw new AccountRefusedException(Reason.LOGIN_MALFORMED);
        }
        String password = passwords.oneTime();
        LocalAccount account = LocalAccount.fresh(new AccountId(ids.get().toString()), login, passwords.hash(password));
        if (!accounts.add(List.of(account), List.of(entry(by, Action.CREATED, account.id())))) {
            throw new AccountRefusedException(Reason.LOGIN_TAKEN, login);
        }
        return new OneTimePassword(account, password);
    }

    /**
     * A new one-time password; also removes the second factor, because who lost one has often lost both. Whoever resets an account
     * could sign in as its person. So of an account with a right to approve, this takes two administrators once there are two: the
     * first call notes the wish, for a day, and one of another person carries it out.
     *
     * @return empty if it waits for a second administrator
     */
    Optional<OneTimePassword> reset(String by, AccountId id) {
        LocalAccount administrator = administrator(by);
        if (rights.areOfOnePerson(administrator.id(), id)) {
            throw new AccountRefusedException(Reason.OWN_RESET);
        }
        administratorOf(by, id);
        if (rights.mayApprove(present(id)) && severalAdministrators(id) && !seconded(by, id)) {
            return Optional.empty();
        }
        return Optional.of(carryOut(by, id));
    }

    /** Whether several persons administer the account. */
    private boolean severalAdministrators(AccountId of) {
        List<AccountId> all = accounts.all().stream()
                .filter(account -> !account.locked() && rights.administersSome(account) && administers(account, of))
                .map(LocalAccount::id)
                .toList();
        return all.stream().anyMatch(each -> !rights.areOfOnePerson(each, all.getFirst()));
    }

    /** Whether another person wished it within a day; otherwise notes that this one does. */
    private synchronized boolean seconded(String by, AccountId id) {
        Instant now = clock.instant();
        wishes.values().removeIf(wish -> wish.at().plus(WISH_LASTS).isBefore(now));
        Wish first = wishes.get(id);
        if (first != null && !rights.areOfOnePerson(new AccountId(first.by()), new AccountId(by))) {
            wishes.remove(id);
            return true;
        }
        wishes.put(id, new Wish(by, now));
        return false;
    }

    private OneTimePassword carryOut(String by, AccountId id) {
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        return new OneTimePassword(
                change(
                        by,
                        id,
                        Action.PASSWORD_RESET,
                        present -> present.withPassword(hash, true).withFactor(null)),
                password);
    }

    LocalAccount lock(String by, AccountId id) {
        administrator(by);
        if (by.equals(id.value())) {
            throw new AccountRefusedException(Reason.OWN_LOCK);
        }
        administratorOf(by, id);
        return change(by, id, Action.LOCKED, present -> present.locked() ? present : present.withLock(true));
    }

    LocalAccount unlock(String by, AccountId id) {
        administratorOf(by, id);
        return change(by, id, Action.UNLOCKED, present -> present.locked() ? present.withLock(false) : present);
    }

    private LocalAccount change(String by, AccountId id, Action action, UnaryOperator<LocalAccount> change) {
        return accounts.change(id, change, entry(by, action, id))
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private AccountChange entry(String by, Action action, AccountId account) {
        return new AccountChange(clock.instant(), by, action, account);
    }

    private LocalAccount present(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private LocalAccount administrator(String by) {
        return accounts.find(new AccountId(by))
                .filter(rights::administersSome)
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_ADMINISTRATOR));
    }

    private void administratorOf(String by, AccountId id) {
        if (!administers(administrator(by), present(id).id())) {
            throw new AccountRefusedException(Reason.BEYOND_OWN_AREA);
        }
    }

    private boolean administers(LocalAccount administrator, AccountId id) {
        if (rights.administersAll(administrator)) {
            return true;
        }
        return rights.areKnownOf(id) ? reach.reaches(administrator.id(), id) : isMadeBy(administrator.id(), id);
    }

    private boolean isMadeBy(AccountId administrator, AccountId id) {
        return accounts.history(id, MOST_ENTRIES).stream()
                .anyMatch(entry -> entry.action() == Action.CREATED
                        && rights.areOfOnePerson(new AccountId(entry.by()), administrator));
    }
}
