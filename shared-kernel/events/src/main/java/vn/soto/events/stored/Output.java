package vn.soto.events.stored;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Micros;

/**
 * The bytes of a document while it is written. A text that it has already, as its id, is written as its number; one that is a
 * UUID takes 16 bytes.
 */
public final class Output {

    /** So short a text is written again. */
    static final int SHORT = 2;

    /** Stands before the 16 bytes of a text that is a UUID. */
    static final int UUID = 1;

    /** Stands for a new text of no bytes; the longer ones have the odd numbers after it. */
    static final int EMPTY = 3;

    private static final int UUID_LENGTH = 36;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private byte[] bytes = new byte[512];
    private int length;
    private final TextNumbers texts = new TextNumbers();

    /** Begins another document. */
    public Output begin(String id) {
        length = 0;
        texts.clear();
        texts.numberOrNew(id);
        return this;
    }

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** In as few bytes as it needs, as if it had no sign. */
    void number(long value) {
        room(Long.BYTES + 2);
        long rest = value;
        while ((rest & ~LOW) != 0) {
            bytes[length++] = (byte) ((rest & LOW) | MORE);
            rest >>>= BITS;
        }
        bytes[length++] = (byte) rest;
    }

    /** A small number is short, a negative one, too. */
    public void signed(long value) {
        number(value << 1 ^ value >> (Long.SIZE - 1));
    }

    void integer(int value) {
        signed(value);
    }

    void instant(@Nullable Instant at) {
        flag(at != null);
        if (at != null) {
            signed(Micros.of(at));
        }
    }

    void day(@Nullable LocalDate day) {
        flag(day != null);
        if (day != null) {
            signed(day.toEpochDay());
        }
    }

    /** 0 is none; an even number is that of a text before. */
    void text(@Nullable String text) {
        if (text == null) {
            octet(0);
            return;
        }
        int known = text.length() > SHORT ? texts.numberOrNew(text) : TextNumbers.NEW;
        if (known != TextNumbers.NEW) {
            number(2L * known + 2);
        } else if (!uuid(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(2L * utf8.length + EMPTY);
            raw(utf8);
        }
    }

    /** Writes nothing and returns false for a text that is not as {@link java.util.UUID#toString} makes it. */
    private boolean uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        room(UUID_LENGTH);
        int to = length + 1;
        for (int from = 0; from < UUID_LENGTH; from++) {
            if (from == 8 || from == 13 || from == 18 || from == 23) {
                if (text.charAt(from) != '-') {
                    return false;
                }
            } else {
                int octet = digit(text.charAt(from++)) << 4 | digit(text.charAt(from));
                if (octet < 0) {
                    return false;
                }
                bytes[to++] = (byte) octet;
            }
        }
        bytes[length] = UUID;
        length = to;
        return true;
    }

    /** Of a number to the base of 16, in small letters; negative if it is none. */
    private static int digit(char one) {
        if (one >= '0' && one <= '9') {
            return one - '0';
        }
        return one >= 'a' && one <= 'f' ? one - 'a' + 10 : -1;
    }

    void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
