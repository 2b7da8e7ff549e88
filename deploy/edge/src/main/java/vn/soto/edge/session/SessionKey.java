package vn.soto.edge.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs sessions with HMAC-SHA-256. Never shown. */
public final class SessionKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 6;

    /** Id, second of its making, secret. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8} \\d{1,12} [A-Za-z0-9_-]{43}");

    private final String id;
    private final Instant made;
    private final SecretKeySpec secret;

    private SessionKey(String id, Instant made, byte[] secret) {
        this.id = id;
        this.made = made;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    static SessionKey fresh(SecureRandom random, Instant now) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new SessionKey(base64(id), Instant.ofEpochSecond(now.getEpochSecond()), secret);
    }

    /** @throws IllegalArgumentException if it is no line of {@link #line}; the message repeats nothing of it */
    static SessionKey parse(String line) {
        if (!FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("not a key of sessions");
        }
        String[] parts = line.split(" ", -1);
        return new SessionKey(
                parts[0],
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Base64.getUrlDecoder().decode(parts[2]));
    }

    /** The key as a line of its file. */
    String line() {
        return id + " " + made.getEpochSecond() + " " + base64(secret.getEncoded());
    }

    String id() {
        return id;
    }

    Instant made() {
        return made;
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SessionKey[" + id + "]";
    }
}
