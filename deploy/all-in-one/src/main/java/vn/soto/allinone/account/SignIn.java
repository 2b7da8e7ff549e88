package vn.soto.allinone.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.allinone.account.SignInPaces.Place;
import vn.soto.contracts.access.AccountId;

/**
 * Checks passwords, PINs and codes. An attempt for an account that does not exist takes the same way, at the same cost, as a wrong
 * password. Takes some 50 ms of a core, so it waits in the {@link HashQueue}.
 */
public final class SignIn {

    /** Wrong PINs after which only the password signs in on that device. */
    static final int MOST_WRONG_PINS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int LONGEST_LOGIN = 200;
    private static final int LOCKS = 64;
    private static final AccountId NOBODY = new AccountId("nobody");

    /** How old the proof of a device or an address may become before it is written again. */
    private static final Duration PROOF_RENEWED = Duration.ofDays(1);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInPaces paces;
    private final Pace codes;
    private final VerifiedCredentials verified;
    private final MeterRegistry meters;
    private final Clock clock;

    /** By login name, of which several share one. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    public SignIn(
            AccountStore accounts, Passwords passwords, SecondFactors factors, MeterRegistry meters, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.paces = new SignInPaces(clock);
        // Only somebody with the password comes so far, so strangers cannot use it up.
        this.codes = new Pace(10, Duration.ofMinutes(5), clock);
        this.verified = new VerifiedCredentials(clock);
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * An attempt with a password.
     *
     * @param login  as it was typed
     * @param code   of the second factor, or a recovery code
     * @param client address it comes from
     * @param device secret of the device's cookie; a fresh one if it had none, empty for a program
     */
    public record Attempt(
            String login, String password, @Nullable String code, String client, String device) {

        @Override
        public String toString() {
            return "Attempt[]";
        }
    }

    /**
     * The place of an attempt, as far as the account knows it, before anything is hashed.
     *
     * @throws SignInPausedException if there is no turn for it now
     */
    Place place(Attempt attempt) {
        String login = counted(attempt.login());
        String device = deviceHash(attempt.device());
        Place place = place(find(attempt.login()), device, addressHash(attempt.client()));
        paces.pause(login, attempt.client(), device, place).ifPresent(pause -> {
            counted(new SignInOutcome.TooOften(pause));
            throw new SignInPausedException(pause);
        });
        return place;
    }

    /** The same for a PIN, which only a device that has one hashes. */
    Place placeOfPin(String login, String device) {
        return find(login)
                .flatMap(account -> accounts.device(deviceHash(device), account.id()))
                .map(known -> Place.KNOWN_DEVICE)
                .orElse(Place.UNKNOWN);
    }

    /** Credentials that were right a while ago and need no hash; never blocks. */
    public Optional<LocalAccount> remembered(String login, String password) {
        return verified.find(login, password, accounts);
    }

    /**
     * As {@link #withPassword}, for clients that send their password with every request: it is remembered. Of many requests that come
     * at the same time one is looked at, and the others find what it remembers.
     */
    public SignInOutcome withEveryRequest(Attempt attempt) {
        synchronized (locks.get(Math.floorMod(attempt.login().hashCode(), locks.size()))) {
            Optional<LocalAccount> meanwhile = remembered(attempt.login(), attempt.password());
            if (meanwhile.isPresent()) {
                return new SignInOutcome.SignedIn(meanwhile.get());
            }
            SignInOutcome outcome = withPassword(attempt);
            if (outcome instanceof SignInOutcome.SignedIn(LocalAccount account)
                    && account.confirmedFactor().isEmpty()) {
                verified.put(attempt.login(), attempt.password(), account);
            }
            return outcome;
        }
    }

    public SignInOutcome withPassword(Attempt attempt) {
        return withPassword(attempt, true);
    }

    /** Somebody who is signed in shows the password again; no code is needed, and the pace is the same. */
    SignInOutcome withPasswordAlone(Attempt attempt) {
        return withPassword(attempt, false);
    }

    private SignInOutcome withPassword(Attempt attempt, boolean alsoCode) {
        if (attempt.login().length() > LONGEST_LOGIN) {
            return new SignInOutcome.NotAccepted();
        }
        String login = counted(attempt.login());
        Optional<LocalAccount> found = find(attempt.login());
        String device = deviceHash(attempt.device());
        String address = addressHash(attempt.client());
        SignInPaces.Turn turn = paces.take(login, attempt.client(), device, place(found, device, address));
        return counted(turn.attempt()
                .map(count -> settled(count, found, attempt, device, address, alsoCode))
                .orElseGet(() -> new SignInOutcome.TooOften(turn.pause())));
    }

    /** Also in {@code soto_sign_ins_total}, without a name. */
    private SignInOutcome counted(SignInOutcome outcome) {
        String name = switch (outcome) {
            case SignInOutcome.SignedIn _ -> "signed-in";
            case SignInOutcome.NotAccepted _ -> "wrong";
            case SignInOutcome.CodeNeeded _ -> "code-needed";
            case SignInOutcome.TooOften _ -> "too-often";
        };
        meters.counter("soto.sign-ins", "outcome", name).increment();
        return outcome;
    }

    private SignInOutcome settled(
            SignInPaces.Attempt count,
            Optional<LocalAccount> found,
            Attempt attempt,
            String device,
            String address,
            boolean alsoCode) {
        Optional<LocalAccount> right = found.filter(account -> isRight(account, attempt.password()));
        if (found.isEmpty()) {
            passwords.matchNobodys(attempt.password());
        }
        SignInOutcome outcome = right.filter(account -> !account.locked())
                .map(account -> alsoCode ? withCode(account, attempt.code()) : new SignInOutcome.SignedIn(account))
                .orElseGet(SignInOutcome.NotAccepted::new);
        switch (outcome) {
            case SignInOutcome.SignedIn(LocalAccount account) -> {
                count.succeeded();
                prove(address, account);
                if (!attempt.device().isEmpty()) {
                    prove(device, account);
                }
            }
            case SignInOutcome.CodeNeeded _, SignInOutcome.TooOften _ -> count.undecided();
            case SignInOutcome.NotAccepted _ -> {}
        }
        return outcome;
    }

    private boolean isRight(LocalAccount account, String password) {
        boolean right = passwords.matches(password, account.password());
        if (right && passwords.isOutdated(account.password())) {
            rehash(account, passwords.hash(password));
        }
        return right;
    }

    private void rehash(LocalAccount account, String hash) {
        accounts.note(
                account.id(),
                present -> present.password().equals(account.password()) ? present.rehashed(hash) : present);
    }

    private SignInOutcome withCode(LocalAccount account, @Nullable String code) {
        if (account.confirmedFactor().isEmpty()) {
            return new SignInOutcome.SignedIn(account);
        }
        if (code == null || code.isBlank()) {
            return new SignInOutcome.CodeNeeded();
        }
        Optional<Duration> wait = codes.take(account.id().value());
        if (wait.isPresent()) {
            return new SignInOutcome.TooOften(wait.get());
        }
        return useCode(account, code)
                .<SignInOutcome>map(used -> {
                    codes.forget(account.id().value());
                    return new SignInOutcome.SignedIn(used);
                })
                .orElseGet(SignInOutcome.NotAccepted::new);
    }

    /**
     * The account after a right code, which is never taken again; empty if the code is wrong. A recovery code, which
     * has no end, is taken only if that can be written. For a code from the app it is enough that this process knows.
     */
    Optional<LocalAccount> useCode(LocalAccount account, String code) {
        boolean[] right = {false};
        boolean recovery = code.strip().length() > "000 000".length();
        UnaryOperator<LocalAccount> use = present -> {
            LocalAccount used = afterCode(present, code, recovery);
            right[0] = !used.equals(present);
            return used;
        };
        Optional<LocalAccount> used = recovery
                ? accounts.change(
                        account.id(),
                        use,
                        new AccountChange(
                                clock.instant(),
                                account.id().value(),
                                AccountChange.Action.RECOVERY_CODE_USED,
                                account.id()))
                : accounts.note(account.id(), use);
        return used.filter(changed -> right[0]);
    }

    private LocalAccount afterCode(LocalAccount account, String code, boolean recovery) {
        SecondFactor factor = account.factor();
        if (factor == null || !factor.confirmed()) {
            return account;
        }
        if (recovery) {
            return factors.recovery(factor, code)
                    .map(hash -> account.withFactor(factor.withoutRecovery(hash)))
                    .orElse(account);
        }
        OptionalLong step = factors.step(account.id(), factor, code);
        return step.isPresent() ? account.withFactor(factor.usedAt(step.getAsLong())) : account;
    }

    /**
     * Signs in on a device on which the account has set a PIN. Five wrong PINs in a row, and the password is needed; they are
     * counted before the PIN is looked at. Only who holds the device's secret comes so far that anything is hashed.
     */
    public SignInOutcome withPin(String login, String pin, String device) {
        String hash = deviceHash(device);
        Optional<LocalAccount> found = find(login);
        Optional<KnownDevice> counted = found.flatMap(account -> accounts.noteDevice(
                hash, account.id(), known -> known.withWrong(Math.min(known.wrong() + 1, MOST_WRONG_PINS + 1))));
        Optional<String> stored = counted.filter(known -> known.wrong() <= MOST_WRONG_PINS)
                .filter(known -> found.get().epoch() == known.epoch())
                .map(KnownDevice::pin);
        boolean right = stored.filter(pinHash -> passwords.matches(pinText(found.orElseThrow(), pin), pinHash))
                .isPresent();
        if (!right || found.get().locked()) {
            return counted(new SignInOutcome.NotAccepted());
        }
        accounts.noteDevice(hash, found.get().id(), known -> known.withWrong(0).provenAgain(clock.instant()));
        return counted(new SignInOutcome.SignedIn(found.get()));
    }

    /** The PIN of one account is no use for another. */
    static String pinText(LocalAccount account, String pin) {
        return account.id() + " " + pin;
    }

    /** Looks for an account that does not exist as well. */
    private Place place(Optional<LocalAccount> account, String device, String address) {
        AccountId id = account.map(LocalAccount::id).orElse(NOBODY);
        if (accounts.device(device, id).isPresent()) {
            return Place.KNOWN_DEVICE;
        }
        return accounts.device(address, id).isPresent() ? Place.KNOWN_ADDRESS : Place.UNKNOWN;
    }

    /** A full disk keeps nobody out: what cannot be noted is noted at the next sign-in. */
    private void prove(String device, LocalAccount account) {
        try {
            note(device, account);
        } catch (AccountsUnwritableException e) {
            LOG.debug("not noted", e);
        }
    }

    private void note(String device, LocalAccount account) {
        Instant now = clock.instant();
        Optional<KnownDevice> known = accounts.device(device, account.id());
        if (known.isEmpty()) {
            accounts.put(KnownDevice.provenAt(now, device, account.id()));
        } else if (known.get().wrong() > 0
                || known.get().proven().plus(PROOF_RENEWED).isBefore(now)) {
            // The password says that it is the person: the PIN may be tried again.
            accounts.noteDevice(device, account.id(), each -> each.withWrong(0).provenAgain(now));
        }
    }

    /** The account by the typed name, or by the same in lower case: phones write the first letter large. */
    Optional<LocalAccount> find(String typed) {
        String login = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        return accounts.byLogin(login).or(() -> accounts.byLogin(login.toLowerCase(Locale.ROOT)));
    }

    private static String counted(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** How the store knows a device by its secret. */
    static String deviceHash(String secret) {
        return HexFormat.of().formatHex(SecretHash.sha256("device " + secret));
    }

    private static String addressHash(String client) {
        return HexFormat.of().formatHex(SecretHash.sha256("address " + client));
    }
}
