package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.contracts.access.AccountId;

/**
 * What was changed about how an account signs in, and is told at the next sign-in on each device. A sign-in with the password tells all
 * since the last one there; one with the PIN tells what is new, and the password tells it once more: whoever set the PIN of a shared phone
 * does not hide that by using it.
 */
final class UntoldChanges {

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

    /** What is told on a device on which the account has not signed in before. */
    private static final Duration ON_A_NEW_DEVICE = Duration.ofDays(7);

    private static final int MOST = 50;

    private final AccountStore accounts;
    private final Clock clock;

    UntoldChanges(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** From when changes are told at a sign-in that begins now. */
    Instant since(Optional<LocalAccount> account, String device, boolean byPin) {
        return account.flatMap(found -> accounts.device(SignIn.deviceHash(device), found.id()))
                .map(known -> byPin && known.proven().isAfter(known.told()) ? known.proven() : known.told())
                .orElseGet(() -> clock.instant().minus(ON_A_NEW_DEVICE));
    }

    /** The latest changes after a time, the newest first. */
    List<AccountChange> after(Instant since, AccountId account) {
        return accounts.history(account, MOST).stream()
                .filter(change -> change.at().isAfter(since) && TOLD.contains(change.action()))
                .toList();
    }

    /** They are told, at a sign-in with the password. */
    void told(AccountId account, String device) {
        Instant now = clock.instant();
        accounts.changeDevice(SignIn.deviceHash(device), account, known -> known.toldUntil(now));
    }
}
