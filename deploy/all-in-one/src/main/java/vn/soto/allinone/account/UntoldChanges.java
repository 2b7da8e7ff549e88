package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccountId;

/**
 * Changes of an account's means to sign in, told at the next sign-in on each device. A sign-in with the password tells
 * all since the last one there. One with the PIN tells the new ones, and the password tells them once more. So the
 * person who set the PIN of a shared phone does not hide that by using it. A person who approves is told of the others
 * who do, too, because somebody could have signed in as one of them.
 */
record UntoldChanges(AccountStore accounts, LedgerRights rights, Clock clock) {

    private static final Set<Action> TOLD = EnumSet.of(
            Action.PASSWORD_RESET,
            Action.LOCKED,
            Action.UNLOCKED,
            Action.SESSIONS_ENDED,
            Action.PIN_SET,
            Action.PIN_CHANGED,
            Action.PIN_REMOVED,
            Action.SECOND_FACTOR_SET,
            Action.SECOND_FACTOR_REMOVED,
            Action.RECOVERY_CODE_USED);

    /** The changes told about others; the ledger has them, too. */
    private static final Set<Action> TOLD_OF_OTHERS = EnumSet.of(Action.PASSWORD_RESET, Action.LOCKED, Action.UNLOCKED);

    /** The time whose changes are told on a device on which the account has not signed in before. */
    private static final Duration ON_A_NEW_DEVICE = Duration.ofDays(7);

    private static final int MOST = 50;

    /** From when changes are told at a sign-in that begins now. A time noted while the clock was ahead is not used. */
    Instant since(Optional<LocalAccount> account, String device, boolean byPin) {
        Instant now = clock.instant();
        return account.flatMap(found -> accounts.device(SignIn.deviceHash(device), found.id()))
                .map(known -> byPin && known.proven().isAfter(known.told()) ? known.proven() : known.told())
                .filter(since -> !since.isAfter(now))
                .orElseGet(() -> now.minus(ON_A_NEW_DEVICE));
    }

    /** The latest changes after a time, the newest first, the own before those of others. */
    List<AccountChange> after(Instant since, LocalAccount account) {
        return Stream.concat(
                        changes(since, account.id(), TOLD, _ -> true).limit(MOST),
                        rights.mayApprove(account) ? ofOthers(since, account.id()) : Stream.of())
                .toList();
    }

    /**
     * The last of each kind by each account, of those made at a time that counts. No number of others, such as
     * sign-outs, hides one.
     */
    private Stream<AccountChange> changes(
            Instant since, AccountId account, Set<Action> actions, Predicate<Instant> counts) {
        Set<List<Object>> told = new HashSet<>();
        return accounts.history(account, actions, Integer.MAX_VALUE).stream()
                .filter(change -> change.at().isAfter(since) && counts.test(change.at()))
                .filter(change -> told.add(List.of(change.action(), change.by())));
    }

    /** Also of somebody whose right has ended since. Resets before locks, and no number of either by one person hides another. */
    private Stream<AccountChange> ofOthers(Instant since, AccountId account) {
        return accounts.changedAfter(since, TOLD_OF_OTHERS).stream()
                .filter(other -> !other.equals(account))
                .flatMap(other -> accounts.find(other).stream())
                .flatMap(other -> changes(since, other.id(), TOLD_OF_OTHERS, rights.mightApprove(other)))
                .sorted(Comparator.comparing(change -> change.action() != Action.PASSWORD_RESET))
                .limit(MOST);
    }

    /** They are told, at a sign-in with the password. */
    void told(AccountId account, String device) {
        Instant now = clock.instant();
        accounts.noteDevice(SignIn.deviceHash(device), account, known -> known.toldUntil(now));
    }
}
