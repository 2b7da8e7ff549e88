package vn.soto.allinone.account;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A fast stand-in for Argon2 that counts hashes, which are what an attempt costs. */
final class CountedPasswords implements PasswordEncoder {

    private final AtomicInteger hashed = new AtomicInteger();

    Passwords passwords() {
        return new Passwords(this);
    }

    AtomicInteger hashed() {
        return hashed;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        hashed.incrementAndGet();
        return "{hash}" + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        hashed.incrementAndGet();
        return ("{hash}" + password).equals(hash);
    }
}
