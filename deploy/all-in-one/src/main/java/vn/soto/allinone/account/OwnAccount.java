package vn.soto.allinone.account;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.contracts.access.AccountId;

/**
 * The changes of a person to the own account: password, PIN, second factor, and the end of all sessions. An open
 * session is not the person: all but the last ask for the password again.
 */
final class OwnAccount {

    private static final Pattern PIN = Pattern.compile("\\d{6,8}");

    private final AccountStore accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final OneTimePasswordFile oneTime;
    private final RequiredFactors required;
    private final Clock clock;

    OwnAccount(
            AccountStore accounts,
            SignIn signIn,
            Passwords passwords,
            SecondFactors factors,
            OneTimePasswordFile oneTime,
            RequiredFactors required,
            Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.factors = factors;
        this.oneTime = oneTime;
        this.required = required;
        this.clock = clock;
    }

    /** The account as it stands. */
    LocalAccount of(String principal) {
        return accounts.find(new AccountId(principal)).orElseThrow(() -> new AccountRefusedException(Reason.NOT_LOCAL));
    }

    /** Sets a new password, which ends all sessions. */
    LocalAccount changePassword(SignIn.Attempt attempt, String next) {
        LocalAccount account = confirmed(attempt);
        Passwords.fault(next, account.login()).ifPresent(fault -> {
            throw new AccountRefusedException(fault);
        });
        if (passwords.matches(next, account.password())) {
            throw new AccountRefusedException(Reason.PASSWORD_SAME);
        }
        String hash = passwords.hash(next);
        LocalAccount changed = change(
                account,
                Action.PASSWORD_CHANGED,
                present -> ifUnchanged(present, account).withPassword(hash, false));
        oneTime.used(account.login());
        return changed;
    }

    /** The account whose password was shown again. */
    LocalAccount shown(SignIn.Attempt attempt) {
        return confirmed(attempt);
    }

    /** The password again, with the pace of every sign-in. */
    private LocalAccount confirmed(SignIn.Attempt attempt) {
        return switch (signIn.withPasswordAlone(attempt)) {
            case SignInOutcome.SignedIn(LocalAccount account) -> account;
            case SignInOutcome.TooOften(var pause) -> throw new SignInPausedException(pause);
            case SignInOutcome.NotAccepted _ -> throw new AccountRefusedException(Reason.WRONG);
            case SignInOutcome.CodeNeeded _ -> throw new AccountRefusedException(Reason.WRONG);
        };
    }

    void signOutEverywhere(AccountId id) {
        change(of(id.value()), Action.SIGNED_OUT_EVERYWHERE, LocalAccount::signedOutEverywhere);
    }

    /** Sets the account's PIN on a device on which it has signed in with its password. */
    void setPin(SignIn.Attempt attempt, String pin) {
        LocalAccount account = confirmed(attempt);
        if (!PIN.matcher(pin).matches() || pin.chars().distinct().count() < 3 || isRow(pin)) {
            throw new AccountRefusedException(Reason.PIN_MALFORMED);
        }
        if (account.factor() != null || required.isRequiredOf(account)) {
            throw new AccountRefusedException(Reason.PIN_BESIDE_FACTOR);
        }
        String hash = passwords.hash(SignIn.pinText(account, pin));
        String device = SignIn.deviceHash(attempt.device());
        Action action = hasPin(account, device) ? Action.PIN_CHANGED : Action.PIN_SET;
        if (accounts.changeDevice(
                        device, account.id(), known -> known.withPin(hash, account.epoch()), entry(account, action))
                .isEmpty()) {
            throw new AccountRefusedException(Reason.PIN_NEEDS_DEVICE);
        }
    }

    private static boolean isRow(String digits) {
        return "01234567890123456789".contains(digits) || "98765432109876543210".contains(digits);
    }

    void removePin(SignIn.Attempt attempt) {
        LocalAccount account = confirmed(attempt);
        String device = SignIn.deviceHash(attempt.device());
        if (hasPin(account, device)) {
            accounts.changeDevice(
                    device,
                    account.id(),
                    known -> known.withPin(null, account.epoch()),
                    entry(account, Action.PIN_REMOVED));
        }
    }

    /** Whether the account has a PIN that is good on the device. */
    boolean hasPin(LocalAccount account, String device) {
        return accounts.device(device, account.id())
                .filter(known -> known.epoch() == account.epoch())
                .map(KnownDevice::pin)
                .isPresent();
    }

    /** Begins the set-up of a second factor; another one that was begun is replaced. */
    SecondFactors.Setup beginFactor(SignIn.Attempt attempt) {
        LocalAccount account = confirmed(attempt);
        SecondFactors.Begun begun = factors.begin(account);
        change(account, null, present -> {
            if (present.confirmedFactor().isPresent()) {
                throw new AccountRefusedException(Reason.FACTOR_IN_FORCE);
            }
            return present.withFactor(begun.factor());
        });
        return begun.setup();
    }

    /** The recovery codes, which are shown once. */
    record Confirmed(LocalAccount account, List<String> recoveryCodes) {}

    /** Puts the factor into force, which ends all sessions. */
    Confirmed confirmFactor(SignIn.Attempt attempt, String code) {
        LocalAccount account = confirmed(attempt);
        List<String> recovery = factors.recoveryCodes();
        List<String> hashes = recovery.stream().map(SecondFactors::recoveryHash).toList();
        LocalAccount changed = change(account, Action.SECOND_FACTOR_SET, present -> {
            SecondFactor factor = present.factor();
            if (factor == null || factor.confirmed()) {
                throw new AccountRefusedException(Reason.FACTOR_NOT_BEGUN);
            }
            long step = factors.step(present.id(), factor, code)
                    .orElseThrow(() -> new AccountRefusedException(Reason.CODE_WRONG));
            return present.withFactor(factor.confirmed(step, hashes)).signedOutEverywhere();
        });
        return new Confirmed(changed, recovery);
    }

    /** Removes the factor, if no rule requires it, with the password and a code; this ends all sessions. */
    LocalAccount removeFactor(SignIn.Attempt attempt, String code) {
        LocalAccount account = confirmed(attempt);
        if (required.isRequiredOf(account)) {
            throw new AccountRefusedException(Reason.FACTOR_REQUIRED);
        }
        if (account.factor() != null && signIn.useCode(account, code).isEmpty()) {
            throw new AccountRefusedException(Reason.CODE_WRONG);
        }
        return change(
                account,
                Action.SECOND_FACTOR_REMOVED,
                present -> present.withFactor(null).signedOutEverywhere());
    }

    private static LocalAccount ifUnchanged(LocalAccount present, LocalAccount seen) {
        if (!present.password().equals(seen.password()) || present.locked()) {
            throw new AccountRefusedException(Reason.CHANGED_MEANWHILE);
        }
        return present;
    }

    private AccountChange entry(LocalAccount account, Action action) {
        return new AccountChange(clock.instant(), account.id().value(), action, account.id());
    }

    private LocalAccount change(LocalAccount account, @Nullable Action action, UnaryOperator<LocalAccount> change) {
        AccountChange[] entries = action == null ? new AccountChange[0] : new AccountChange[] {entry(account, action)};
        return accounts.change(account.id(), change, entries)
                .orElseThrow(() -> new AccountRefusedException(Reason.NOT_AN_ACCOUNT));
    }
}
