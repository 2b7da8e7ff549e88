package vn.soto.ledger.sqlite;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Values as columns hold them. */
public final class Columns {

    private static final int UUID_BYTES = 16;

    private Columns() {}

    /** 16 bytes, most significant first, so that version 7 ids sort by time and appends touch the last page only. */
    public static byte[] uuid(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    public static UUID uuid(byte[] column) {
        ByteBuffer buffer = ByteBuffer.wrap(column);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
