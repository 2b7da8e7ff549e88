package vn.soto.edge.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over a {@link SignInAttempt}, under a key of its own that is derived from the one of the cookies. */
public final class AttemptSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "soto/sign-in-attempt/v1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    /** @param cookieKey key that all nodes share */
    public AttemptSignature(byte[] cookieKey) {
        this.key = mac(cookieKey, PURPOSE);
    }

    byte[] of(String text) {
        return mac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean fits(String text, byte[] signature) {
        return MessageDigest.isEqual(of(text), signature);
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
