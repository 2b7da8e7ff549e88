package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.text.PersonalNumbers;
import vn.soto.domain.access.PasswordProof;

/**
 * The acts of administrators on other people's accounts. An administrator of the whole manages all accounts. One of an
 * area manages only accounts whose rights all lie in that area, so no account gives more than the administrator has. A
 * new account may do nothing until a role is granted to it, or it is linked to a person. Both are commands, recorded in
 * the ledger. Until then only its maker of an area administers it.
 */
final class AccountAdministration {

    /** Characters that a phone's keyboard has, and that make no address or path. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private static final Duration WISH_LASTS = Duration.ofDays(1);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LedgerRights rights;
    private final AdministratorReach reach;
    private final AccountFacts facts;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** Resets that wait for a second administrator; a restart forgets them. */
    private final Map<AccountId, Wish> wishes = new HashMap<>();

    private record Wish(AccountId by, boolean removesFactor, Instant at) {}

    AccountAdministration(
            AccountStore accounts,
            Passwords passwords,
            LedgerRights rights,
            AdministratorReach reach,
            AccountFacts facts,
            Supplier<UUID> ids,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.reach = reach;
        this.facts = facts;
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

    /** One at a time: of two of one login name the second leaves no fact. */
    synchronized OneTimePassword create(String by, String login) {
        administrator(by);
        if (!LOGIN.matcher(login).matches()) {
            throw new AccountRefusedException(Reason.LOGIN_MALFORMED);
        }
        if (PersonalNumbers.areInDigits(login)) {
            throw new AccountRefusedException(Reason.LOGIN_IS_PERSONAL);
        }
        if (isTaken(login)) {
            throw new AccountRefusedException(Reason.LOGIN_TAKEN, login);
        }
        String password = passwords.oneTime();
        LocalAccount account = LocalAccount.fresh(new AccountId(ids.get().toString()), login, passwords.hash(password));
        writableFacts().reset(by, account.id(), null, false);
        AccountChange created =
                new AccountChange(rights.notBeforeFacts(account.id()), by, Action.CREATED, account.id());
        if (!accounts.add(List.of(account), List.of(created))) {
            throw new AccountRefusedException(Reason.LOGIN_TAKEN, login);
        }
        return new OneTimePassword(account, password);
    }

    /** Also as the name of another account in the ledger: on the machine an account is called by either. */
    private boolean isTaken(String login) {
        AccountId name = new AccountId(login);
        return accounts.byLogin(login).isPresent() || accounts.find(name).isPresent() || rights.areKnownOf(name);
    }

    /**
     * A new one-time password. An administrator who resets an account could sign in as its person. So two
     * administrators are needed for an auditor's account, and for another person's account with a right to approve. To
     * remove the second factor of such an account always takes two. The first call notes the wish, for a day, and a
     * call of another person carries it out.
     *
     * @param removesFactor whether the second factor goes, too
     * @param proven        when the administrator last showed the password; what takes two asks for it as an approval does
     * @return empty if it waits for a second administrator
     */
    Optional<OneTimePassword> reset(String by, AccountId id, boolean removesFactor, Instant proven) {
        AccountId administrator = administrator(by).id();
        if (rights.areOfOnePerson(administrator, id)) {
            throw new AccountRefusedException(Reason.OWN_RESET);
        }
        administratorOf(by, id);
        if (!resetTakesTwo(administrator, id, removesFactor)) {
            return Optional.of(carryOut(by, id, null, removesFactor));
        }
        if (!rights.areInForce()) {
            throw new AccountRefusedException(Reason.NO_GRANTS);
        }
        if (!PasswordProof.isRecent(proven, clock.instant())) {
            throw new AccountRefusedException(Reason.PASSWORD_NOT_SHOWN);
        }
        return seconded(administrator, id, removesFactor).map(wishedBy -> carryOut(by, id, wishedBy, removesFactor));
    }

    private boolean resetTakesTwo(AccountId by, AccountId id, boolean removesFactor) {
        return rights.areInForce()
                ? reach.resetTakesTwo(id, removesFactor, by)
                : rights.mayApprove(present(id)) && severalAdminister();
    }

    /** Whether several accounts administer a ledger without grants; a lock makes none of them less. */
    private boolean severalAdminister() {
        return accounts.all().stream().filter(rights::administersSome).limit(2).count() == 2;
    }

    /** The other administrator who wished it within a day; otherwise notes that this one does. */
    private synchronized Optional<AccountId> seconded(AccountId by, AccountId id, boolean removesFactor) {
        Instant now = clock.instant();
        wishes.values().removeIf(wish -> wish.at().plus(WISH_LASTS).isBefore(now));
        Optional<AccountId> first = Optional.ofNullable(wishes.get(id))
                .filter(wish -> wish.removesFactor == removesFactor)
                .filter(wish ->
                        rights.areTwoPersons(wish.by(), by) && rights.areTwoPersonsSince(wish.at(), wish.by(), by))
                .map(Wish::by)
                .filter(wisher -> accounts.find(wisher)
                        .filter(rights::administersSome)
                        .filter(found -> administers(found, id))
                        .isPresent())
                .filter(wisher -> !rights.areOfOnePerson(wisher, id));
        if (first.isPresent()) {
            wishes.remove(id);
        } else {
            wishes.put(id, new Wish(by, removesFactor, now));
        }
        return first;
    }

    private OneTimePassword carryOut(String by, AccountId id, @Nullable AccountId wishedBy, boolean removesFactor) {
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        writableFacts().reset(by, id, wishedBy, removesFactor);
        LocalAccount changed = change(by, id, Action.PASSWORD_RESET, present -> {
            LocalAccount fresh = present.withPassword(hash, true);
            return removesFactor ? fresh.withFactor(null) : fresh;
        });
        return new OneTimePassword(changed, password);
    }

    /** Holds at once and takes one person; it takes no right away. */
    LocalAccount lock(String by, AccountId id) {
        administrator(by);
        if (by.equals(id.value())) {
            throw new AccountRefusedException(Reason.OWN_LOCK);
        }
        administratorOf(by, id);
        if (!present(id).locked()) {
            writableFacts().locked(by, id);
        }
        return change(by, id, Action.LOCKED, present -> present.locked() ? present : present.withLock(true));
    }

    LocalAccount unlock(String by, AccountId id) {
        administratorOf(by, id);
        if (present(id).locked()) {
            writableFacts().unlocked(by, id);
        }
        return change(by, id, Action.UNLOCKED, present -> present.locked() ? present.withLock(false) : present);
    }

    /** A change that the accounts cannot take leaves no fact; only a disk that fails in between leaves one without its change. */
    private AccountFacts writableFacts() {
        accounts.requireWritable();
        return facts;
    }

    private LocalAccount change(String by, AccountId id, Action action, UnaryOperator<LocalAccount> change) {
        return accounts.change(id, change, new AccountChange(rights.notBeforeFacts(id), by, action, id))
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private LocalAccount present(AccountId id) {
        return accounts.find(id).orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }

    private LocalAccount administrator(String by) {
        return accounts.find(new AccountId(by))
                .filter(rights::administersSome)
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_ADMINISTRATOR));
    }

    /** An account beyond the administrator's area is answered like one that is not there. */
    private void administratorOf(String by, AccountId id) {
        if (!administers(administrator(by), present(id).id())) {
            throw new AccountRefusedException(Reason.NOT_AN_ACCOUNT);
        }
    }

    private boolean administers(LocalAccount administrator, AccountId id) {
        if (rights.administersAll(administrator)) {
            return true;
        }
        return rights.areKnownOf(id) ? reach.reaches(administrator.id(), id) : isMadeBy(administrator.id(), id);
    }

    /** By that account: a second account of its person could be made by whoever links it. */
    private boolean isMadeBy(AccountId administrator, AccountId id) {
        return accounts.history(id, EnumSet.of(Action.CREATED), 1).stream()
                .anyMatch(entry -> entry.by().equals(administrator.value()));
    }
}
