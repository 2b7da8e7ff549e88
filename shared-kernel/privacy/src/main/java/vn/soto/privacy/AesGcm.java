package vn.soto.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * AES-256-GCM as Tink has it: a fresh random nonce of 12 bytes, the ciphertext, a tag of 16 bytes. With one key for a
 * subject, and not more than some thousand texts about it, two nonces do not meet.
 */
final class AesGcm {

    static final int KEY = 32;
    static final int OVERHEAD = 28;

    private final Aead cipher;

    private AesGcm(Aead cipher) {
        this.cipher = cipher;
    }

    static AesGcm under(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("a key has " + KEY + " bytes");
        }
        try {
            return new AesGcm(new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static byte[] freshKey() {
        return Random.randBytes(KEY);
    }

    byte[] encrypt(byte[] clear, byte[] associated) {
        try {
            return cipher.encrypt(clear, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    /** Empty if it was not made under this key, or is bound to something else, or was altered. */
    Optional<byte[]> decrypt(byte[] encrypted, byte[] associated) {
        try {
            return Optional.of(cipher.decrypt(encrypted, associated));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** Each part as its length, 4 bytes big-endian, and its UTF-8 bytes: no two lists of parts give the same bytes. */
    static byte[] associated(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
