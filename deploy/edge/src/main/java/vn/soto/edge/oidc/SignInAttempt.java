package vn.soto.edge.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A sign-in under way. The browser keeps it, signed, between the request to the issuer and the issuer's answer.
 *
 * @param state    ties the answer to this browser
 * @param nonce    ties the ID token to this attempt
 * @param verifier ties the exchange of the code to this attempt (PKCE, RFC 7636)
 * @param to       page of this site that was asked for
 * @param end      when it ends
 */
record SignInAttempt(String state, String nonce, String verifier, String to, Instant end) {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int SECRET = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static SignInAttempt begin(String to, Instant now, SecureRandom random) {
        return new SignInAttempt(secret(random), secret(random), secret(random), SafeAddress.page(to), now.plus(LIFE));
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** The verifier as the issuer sees it at first: its SHA-256. */
    String challenge() {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(AttemptSignature signature) {
        String text = String.join(
                ".",
                state,
                nonce,
                verifier,
                Long.toString(end.getEpochSecond()),
                BASE64.encodeToString(to.getBytes(StandardCharsets.UTF_8)));
        return text + "." + BASE64.encodeToString(signature.of(text));
    }

    /** Empty if it was not signed here, was changed, or has ended. */
    static Optional<SignInAttempt> read(String signed, AttemptSignature signature, Instant now) {
        int last = signed.lastIndexOf('.');
        try {
            if (last < 0 || !signature.fits(signed.substring(0, last), decoded(signed.substring(last + 1)))) {
                return Optional.empty();
            }
            String[] parts = signed.substring(0, last).split("\\.", -1);
            String to = new String(decoded(parts[4]), StandardCharsets.UTF_8);
            return Optional.of(new SignInAttempt(
                            parts[0], parts[1], parts[2], to, Instant.ofEpochSecond(Long.parseLong(parts[3]))))
                    .filter(attempt -> now.isBefore(attempt.end()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /** Compares without telling by its time how much of it was right. */
    boolean isOf(String answered) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.US_ASCII), answered.getBytes(StandardCharsets.UTF_8));
    }
}
