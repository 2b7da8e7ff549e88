package vn.soto.events.stored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Micros;

/** Reads what {@link Output} wrote. */
public final class Input {

    private static final int LOW = 0x7f;
    private static final int BITS = 7;

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    /** @param id of the document */
    public Input(String id, byte[] bytes) {
        this.bytes = bytes;
        texts.add(id);
    }

    int octet() {
        return bytes[at++];
    }

    boolean flag() {
        return octet() != 0;
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

    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    int integer() {
        return (int) signed();
    }

    @Nullable
    Instant instant() {
        return flag() ? Micros.instant(signed()) : null;
    }

    @Nullable
    LocalDate day() {
        return flag() ? LocalDate.ofEpochDay(signed()) : null;
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
        String text = head == Output.UUID ? uuid() : utf8((head - Output.EMPTY) / 2);
        if (text.length() > Output.SHORT) {
            texts.add(text);
        }
        return text;
    }

    private String uuid() {
        ByteBuffer both = ByteBuffer.wrap(bytes, at, 2 * Long.BYTES);
        at += 2 * Long.BYTES;
        return new UUID(both.getLong(), both.getLong()).toString();
    }

    private String utf8(int length) {
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
