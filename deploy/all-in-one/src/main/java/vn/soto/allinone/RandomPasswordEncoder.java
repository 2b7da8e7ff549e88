package vn.soto.allinone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.soto.ledger.Hash;

/**
 * SHA-256, for random passwords of 128 bits only: a slow hash adds no protection to them, and it would cost each
 * request the time of a hundred commands.
 */
final class RandomPasswordEncoder implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence password) {
        return Hash.sha256(String.valueOf(password).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return encoded != null
                && MessageDigest.isEqual(
                        encode(password).getBytes(StandardCharsets.UTF_8), encoded.getBytes(StandardCharsets.UTF_8));
    }
}
