package vn.soto.contracts.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedWriter} wrote. Not thread-safe. */
final class PackedReader {

    private final byte[] bytes;
    private final int end;
    private int next;

    /** @param end index after the last byte to read */
    PackedReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
    }

    boolean hasMore() {
        return next < end;
    }

    int at() {
        return next;
    }

    void skipTo(int index) {
        next = index;
    }

    byte raw() {
        return bytes[next++];
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte part;
        do {
            part = raw();
            value |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }

    int count() {
        return Math.toIntExact(number());
    }

    <E extends Enum<E>> E constant(E[] values) {
        return values[raw()];
    }

    LocalDate day() {
        long packed = number();
        return LocalDate.ofEpochDay((packed >>> 1) ^ -(packed & 1));
    }

    @Nullable
    LocalDate dayIfAny() {
        return raw() == 0 ? null : day();
    }

    String text() {
        return text(count());
    }

    private String text(int length) {
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        return text;
    }

    String id() {
        int length = count();
        if (length != PackedWriter.UUID) {
            return text(length);
        }
        ByteBuffer uuid = ByteBuffer.wrap(bytes, next, 16);
        next += 16;
        return new UUID(uuid.getLong(), uuid.getLong()).toString();
    }

    @Nullable
    String idIfAny() {
        return raw() == 0 ? null : id();
    }
}
