package vn.soto.contracts.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;

/** Writes numbers, days, ids and texts into few bytes; {@link PackedReader} reads them. Not thread-safe. */
final class PackedWriter {

    /** Length that stands before an id in the form of a UUID, which takes 16 bytes. */
    static final int UUID = 0;

    private byte[] bytes = new byte[96];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    PackedWriter raw(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
        return this;
    }

    PackedWriter raw(byte[] values) {
        if (size + values.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + values.length));
        }
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
        return this;
    }

    /** Seven bits a byte, the lowest first; a number below 0 takes ten bytes. */
    PackedWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            raw((byte) (rest | 0x80));
            rest >>>= 7;
        }
        return raw((byte) rest);
    }

    /** By its place among the constants: they may become more, and never change their places. */
    @SuppressWarnings("EnumOrdinal") // a test holds the places
    PackedWriter constant(Enum<?> value) {
        return raw((byte) value.ordinal());
    }

    /** Days since 1970, also of days before. */
    PackedWriter day(LocalDate day) {
        long days = day.toEpochDay();
        return number((days << 1) ^ (days >> 63));
    }

    PackedWriter dayIfAny(@Nullable LocalDate day) {
        return day == null ? raw((byte) 0) : raw((byte) 1).day(day);
    }

    PackedWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).raw(utf8);
    }

    PackedWriter id(Id id) {
        String text = id.value();
        return isUuid(text) ? uuid(text) : text(text);
    }

    PackedWriter idIfAny(@Nullable Id id) {
        return id == null ? raw((byte) 0) : raw((byte) 1).id(id);
    }

    private PackedWriter uuid(String text) {
        raw((byte) UUID);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                raw((byte) (Character.digit(text.charAt(i), 16) << 4 | Character.digit(text.charAt(i + 1), 16)));
                i++;
            }
        }
        return this;
    }

    /** Whether the text is a UUID as {@link java.util.UUID#toString} writes it, so that 16 bytes say all of it. */
    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen != (text.charAt(i) == '-') || (!hyphen && Character.digit(text.charAt(i), 16) < 0)) {
                return false;
            }
        }
        return true;
    }
}
