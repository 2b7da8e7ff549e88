package vn.soto.allinone.account;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords whose hashes cost a thousandth: for products of tests, which take over nine accounts at each start. */
public final class QuickPasswords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 16;

    private QuickPasswords() {}

    public static Passwords make() {
        return new Passwords(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, 1));
    }
}
