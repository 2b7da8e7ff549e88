package vn.soto.ledger.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Damage;
import vn.soto.ledger.LedgerException;

/** Values as columns hold them. */
public final class Columns {

    private static final int UUID_BYTES = 16;
    private static final char REPLACEMENT = '\uFFFD';

    private Columns() {}

    /** 16 bytes, most significant first, so that version 7 ids sort by time and appends touch the last page only. */
    public static byte[] uuid(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** A TEXT that is not UTF-8 is refused: Java would replace its bytes, and two different texts would read alike. */
    static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(optionalText(row, column));
    }

    /** Null for NULL. */
    static @Nullable String optionalText(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        // The driver has no bytes for an empty text either.
        return bytes == null ? row.getString(column) : utf8(bytes);
    }

    /** Null for NULL. A BLOB of no bytes, which JDBC reads like NULL, is refused. */
    static byte @Nullable [] optionalBytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null && row.getString(column) != null) {
            throw new IllegalArgumentException("a list of no bytes");
        }
        return bytes;
    }

    static String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("a text is not UTF-8");
        }
        return text;
    }

    public static UUID uuid(byte[] column) {
        if (column.length != UUID_BYTES) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + column.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(column);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The exception for a row that holds a value no writer wrote. */
    static LedgerException.CommitDamaged unreadable(long commit, RuntimeException cause) {
        return new LedgerException.CommitDamaged(commit, Damage.UNREADABLE, cause);
    }
}
