package vn.soto.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private LeafEncoding() {}

    /** SHA-256(0x00 || encoding): the leaf hash of RFC 6962. */
    public static Hash hash(Commit commit) {
        return Hash.sha256(new byte[] {0}, encode(commit));
    }

    public static byte[] encode(Commit commit) {
        LeafEncoding leaf = new LeafEncoding();
        try {
            leaf.commit(commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaf.bytes.toByteArray();
    }

    private void commit(Commit commit) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(commit.number());
        out.writeLong(commit.first());
        uuid(commit.id());
        out.writeLong(Micros.of(commit.at()));
        origin(commit.origin());
        text(commit.actor());
        optional(commit.reason());
        optional(commit.corrects());
        text(commit.correlation());
        text(commit.causation());
        out.writeInt(commit.events().size());
        for (RecordedEvent event : commit.events()) {
            event(event);
        }
    }

    private void origin(Origin origin) throws IOException {
        switch (origin) {
            case Origin.Command command -> {
                out.writeByte(COMMAND);
                uuid(command.id());
                text(command.name());
                out.write(command.content().bytes());
            }
            case Origin.SystemTask task -> {
                out.writeByte(SYSTEM);
                text(task.name());
            }
        }
    }

    private void event(RecordedEvent event) throws IOException {
        text(event.id());
        out.writeLong(Micros.of(event.timestamp()));
        text(event.type().name());
        optional(event.type().revision());
        StreamPosition slot = event.aggregate();
        out.writeByte(slot == null ? 0 : 1);
        if (slot != null) {
            text(slot.type());
            text(slot.id());
            out.writeLong(slot.sequence());
        }
        out.writeInt(event.metadata().size());
        for (var entry : event.metadata().entrySet()) {
            text(entry.getKey());
            text(entry.getValue());
        }
        out.writeInt(event.tags().size());
        for (String tag : event.tags()) {
            text(tag);
        }
        text(event.payload().encoding());
        out.writeInt(event.payload().bytes().length);
        out.write(event.payload().hash().bytes());
    }

    private void uuid(UUID uuid) throws IOException {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private void optional(@Nullable String text) throws IOException {
        out.writeByte(text == null ? 0 : 1);
        if (text != null) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = Unicode.utf8(text);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
