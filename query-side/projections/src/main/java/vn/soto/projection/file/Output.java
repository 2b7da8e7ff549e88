package vn.soto.projection.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of a document while it is written. A text that it has already is written as its number. */
final class Output {

    /** So short a text is written again. */
    static final int SHORT = 2;

    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private byte[] bytes = new byte[512];
    private int length;
    private Map<String, Integer> texts = new HashMap<>();

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
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
    void signed(long value) {
        number(value << 1 ^ value >> (Long.SIZE - 1));
    }

    /** 0 is none; an even number is that of a text before, an odd one the length of a new text. */
    void text(@Nullable String text) {
        if (text == null) {
            number(0);
            return;
        }
        Integer known = texts.get(text);
        if (known != null) {
            number(2L * known + 2);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(2L * utf8.length + 1);
        raw(utf8);
        if (utf8.length > SHORT) {
            texts.put(text, texts.size());
        }
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

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins another document. */
    Output empty() {
        length = 0;
        // To clear a map costs its capacity, which is that of the largest document.
        texts = new HashMap<>();
        return this;
    }
}
