package vn.soto.allinone.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.soto.allinone.account.AccountRefusedException.Reason;

/**
 * Hashes passwords with Argon2id, 12 MiB and three passes. OWASP calls several settings equal in strength. This one
 * takes about 50 ms of one of two cores, and little memory, so that several sign-ins can run at a time. The hash of a
 * password is that of its Unicode form NFC, because keyboards write Vietnamese letters in several ways.
 */
public final class Passwords {

    static final int SHORTEST = 10;

    /** A hash of more would cost an attacker nothing and the server much. */
    static final int MOST_BYTES = 512;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 1;
    private static final int KIBIBYTES = 12 * 1024;
    private static final int PASSES = 3;

    /** 32 letters and digits that nobody takes for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    /** Beginnings of the passwords that are tried first; in lower case. */
    private static final Set<String> GUESSED = Set.of(
            "0123456789",
            "1234567890",
            "9876543210",
            "1111111111",
            "0000000000",
            "qwertyuiop",
            "password12",
            "matkhau123",
            "administrator",
            "anhyeuem123",
            "iloveyou12",
            "vietnam123",
            "chuyendoiso",
            "tocongngheso");

    /** The least memory that Argon2 takes. */
    private static final int LEAST_KIBIBYTES = 8;

    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    /** Of no password that anybody knows, and made without hashing one; whoever compares with it hashes as with any other. */
    private final String nobodys;

    /** Loads the classes of hashing: its library is signed, so that no archive of loaded classes holds them. */
    static void loadAhead() {
        PasswordEncoder least =
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, THREADS, LEAST_KIBIBYTES * THREADS, PASSES);
        var _ = least.matches("", least.encode(""));
    }

    public Passwords() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, THREADS, KIBIBYTES, PASSES));
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(KIBIBYTES, PASSES, THREADS, random(SALT_BYTES), random(HASH_BYTES));
    }

    private String random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(normal(password)));
    }

    boolean matches(String password, String hash) {
        return isBounded(password) && encoder.matches(normal(password), hash);
    }

    String nobodys() {
        return nobodys;
    }

    /** Takes as long as for an account that exists. */
    void matchNobodys(String password) {
        matches(password, nobodys);
    }

    /** Whether the hash was made with other settings than these. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** A random password of 100 bits that can be read aloud: {@code x7f2a-9kq3m-…}. */
    String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The fault of a new password. */
    static Optional<Reason> fault(String password, String login) {
        String lower = normal(password).toLowerCase(Locale.ROOT);
        if (lower.codePointCount(0, lower.length()) < SHORTEST) {
            return Optional.of(Reason.PASSWORD_TOO_SHORT);
        }
        if (!isBounded(password)) {
            return Optional.of(Reason.PASSWORD_TOO_LONG);
        }
        boolean easy = lower.contains(login.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < SHORTEST / 2
                || GUESSED.stream().anyMatch(lower::startsWith);
        return easy ? Optional.of(Reason.PASSWORD_TOO_EASY) : Optional.empty();
    }

    private static boolean isBounded(String password) {
        return password.length() <= MOST_BYTES
                && normal(password).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
