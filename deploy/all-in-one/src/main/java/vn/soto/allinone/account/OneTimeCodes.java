package vn.soto.allinone.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 with HMAC-SHA-1, 30 seconds and six digits: what every authenticator app makes. */
final class OneTimeCodes {

    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private OneTimeCodes() {}

    /**
     * The time step of a code, if it is the present one, the one before or the one after, and later than {@code last}.
     * Clocks of phones differ, and no code is taken twice.
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> step > last)
                .filter(step -> MessageDigest.isEqual(ascii(code(secret, step, DIGITS)), ascii(code)))
                .findFirst();
    }

    /** The code of a counter (RFC 4226, 5.3). */
    static String code(byte[] secret, long counter, int digits) {
        byte[] hash =
                hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = Integer.toString(number);
        return text.length() >= digits
                ? text.substring(text.length() - digits)
                : "0".repeat(digits - text.length()) + text;
    }

    private static byte[] hmac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The secret as people type it (RFC 4648, 6, without padding). */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int buffered = 0;
        for (byte each : secret) {
            buffered = (buffered << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                text.append(BASE32.charAt((buffered >> bits) & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt((buffered << (BASE32_BITS - bits)) & 0x1f))
                        .toString();
    }
}
