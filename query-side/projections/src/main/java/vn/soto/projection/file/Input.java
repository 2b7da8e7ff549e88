package vn.soto.projection.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Output} wrote. */
final class Input {

    private static final int LOW = 0x7f;
    private static final int BITS = 7;

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[at++];
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & LOW) << shift;
            shift += BITS;
        } while (next < 0);
        return value;
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    @Nullable
    String text() {
        int head = (int) number();
        if (head == 0) {
            return null;
        }
        if (head % 2 == 0) {
            return texts.get(head / 2 - 1);
        }
        String text = new String(bytes, at, head / 2, StandardCharsets.UTF_8);
        at += head / 2;
        if (head / 2 > Output.SHORT) {
            texts.add(text);
        }
        return text;
    }

    byte[] raw(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
