package vn.soto.ledger;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of a commit, version 1: every header and event field, length-prefixed, the payload by its
 * SHA-256. FORMAT.md describes each byte; it is final. {@code latest}, {@code previous} and {@code chain} are derived
 * from what is encoded and are not part of it.
 */
public final class LeafEncoding {

    private static final int VERSION = 1;
    private static final int COMMAND = 1;
    private static final int SYSTEM = 2;

    private static final int FIRST_ROOM = 1_024;

    /** The first character that takes more than one byte. */
    private static final char BEYOND_ASCII = 0x80;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;

    private LeafEncoding() {}

    /** SHA-256(0x00 || encoding): the leaf hash of RFC 6962. */
    public static Hash hash(Commit commit) {
        LeafEncoding leaf = new LeafEncoding();
        leaf.one(0);
        leaf.commit(commit);
        return Hash.sha256(leaf.bytes, leaf.length);
    }

    public static byte[] encode(Commit commit) {
        LeafEncoding leaf = new LeafEncoding();
        leaf.commit(commit);
        return Arrays.copyOf(leaf.bytes, leaf.length);
    }

    private void commit(Commit commit) {
        one(VERSION);
        number(commit.number());
        number(commit.first());
        uuid(commit.id());
        number(Micros.of(commit.at()));
        origin(commit.origin());
        text(commit.actor());
        optional(commit.reason());
        optional(commit.corrects());
        text(commit.correlation());
        text(commit.causation());
        size(commit.events().size());
        for (RecordedEvent event : commit.events()) {
            event(event);
        }
    }

    private void origin(Origin origin) {
        switch (origin) {
            case Origin.Command command -> {
                one(COMMAND);
                uuid(command.id());
                text(command.name());
                all(command.content().bytes());
            }
            case Origin.SystemTask task -> {
                one(SYSTEM);
                text(task.name());
            }
        }
    }

    private void event(RecordedEvent event) {
        text(event.id());
        number(Micros.of(event.timestamp()));
        text(event.type().name());
        optional(event.type().revision());
        StreamPosition slot = event.aggregate();
        one(slot == null ? 0 : 1);
        if (slot != null) {
            text(slot.type());
            text(slot.id());
            number(slot.sequence());
        }
        size(event.metadata().size());
        for (var entry : event.metadata().entrySet()) {
            text(entry.getKey());
            text(entry.getValue());
        }
        size(event.tags().size());
        for (String tag : event.tags()) {
            text(tag);
        }
        text(event.payload().encoding());
        size(event.payload().bytes().length);
        all(event.payload().hash().bytes());
    }

    private void uuid(UUID uuid) {
        number(uuid.getMostSignificantBits());
        number(uuid.getLeastSignificantBits());
    }

    private void optional(@Nullable String text) {
        one(text == null ? 0 : 1);
        if (text != null) {
            text(text);
        }
    }

    private void text(String text) {
        int size = text.length();
        room(Integer.BYTES + size);
        int begin = length + Integer.BYTES;
        for (int i = 0; i < size; i++) {
            char letter = text.charAt(i);
            if (letter >= BEYOND_ASCII) {
                byte[] utf8 = Unicode.utf8(text);
                size(utf8.length);
                all(utf8);
                return;
            }
            bytes[begin + i] = (byte) letter;
        }
        size(size);
        length = begin + size;
    }

    private void one(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void size(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void number(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void all(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
