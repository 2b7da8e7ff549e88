package vn.soto.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an answer.
 *
 * @param tag  entity tag, without its quotes
 * @param gzip the same compressed; absent if the server is to do it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only kept and written.
record Sendable(byte[] bytes, String tag, byte @Nullable [] gzip) {

    private static final int TAG = 12;

    static Sendable of(byte[] bytes) {
        return new Sendable(bytes, tag(bytes), null);
    }

    static Sendable packed(byte[] bytes) {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream packing = new GZIPOutputStream(gzip)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sendable(bytes, tag(bytes), gzip.toByteArray());
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
