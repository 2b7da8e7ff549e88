package vn.soto.allinone.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vn.soto.contracts.access.AccountId;
import vn.soto.privacy.MasterKey;

/** Makes and checks second factors. SecretHash are sealed under the master key; of recovery codes only hashes are kept. */
final class SecondFactors {

    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10;

    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /**
     * The data for a person's device, told once.
     *
     * @param secret to be typed
     * @param uri    to be shown as a QR code
     */
    record Setup(String secret, String uri) {}

    /** A fresh factor, to be confirmed by a code. */
    record Begun(SecondFactor factor, Setup setup) {}

    Begun begin(LocalAccount account) {
        byte[] secret = new byte[OneTimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        String typed = OneTimeCodes.base32(secret);
        String label = URLEncoder.encode("Sổ Tổ:" + account.login(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String issuer = URLEncoder.encode("Sổ Tổ", StandardCharsets.UTF_8).replace("+", "%20");
        return new Begun(
                SecondFactor.begun(SecondFactor.SealedSecret.of(
                        master.sealSecret(account.id().value(), secret))),
                new Setup(typed, "otpauth://totp/" + label + "?secret=" + typed + "&issuer=" + issuer));
    }

    /** The step of a right code that has not been used. */
    OptionalLong step(AccountId account, SecondFactor factor, String code) {
        return OneTimeCodes.step(secret(account, factor), code.replace(" ", ""), clock.instant(), factor.lastStep());
    }

    /** @throws IllegalStateException if it was sealed under another master key: the factor has to be reset */
    byte[] secret(AccountId account, SecondFactor factor) {
        return master.openSecret(account.value(), factor.secret().bytes())
                .orElseThrow(() -> new IllegalStateException(
                        "the second factor of " + account + " was set up under another master key; reset the account"));
    }

    /** The hash of a recovery code that is left, if the text is one. */
    Optional<String> recovery(SecondFactor factor, String code) {
        String hash = recoveryHash(code);
        return factor.recovery().stream().filter(hash::equals).findFirst();
    }

    /** Fresh recovery codes, of 80 bits: a fast hash is enough. */
    List<String> recoveryCodes() {
        List<String> codes = new ArrayList<>();
        byte[] bytes = new byte[RECOVERY_BYTES];
        for (int i = 0; i < RECOVERY_CODES; i++) {
            random.nextBytes(bytes);
            codes.add(OneTimeCodes.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    static String recoveryHash(String code) {
        String letters = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(SecretHash.sha256("recovery " + letters));
    }
}
