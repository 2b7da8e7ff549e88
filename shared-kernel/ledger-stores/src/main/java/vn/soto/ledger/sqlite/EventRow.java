package vn.soto.ledger.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/** An event as a row. */
public final class EventRow {

    public static final String INSERT = "INSERT INTO events (position, commit_number, id, timestamp, type, revision,"
            + " aggregate_type, stream, sequence, metadata, tags, encoding, payload) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";

    /**
     * Negative if the layout forbids the row. A row inside an aggregate has all of its columns, another none. An empty
     * BLOB, which JDBC reads like NULL, is nowhere. A column of its own would cost a call into SQLite for each event.
     */
    private static final String COMMIT_NUMBER = "CASE WHEN e.metadata IS x'' THEN -e.commit_number"
            + " WHEN s.id IS NOT NULL AND e.sequence IS NOT NULL THEN e.commit_number"
            + " WHEN e.stream IS NULL AND e.sequence IS NULL AND e.aggregate_type IS NULL THEN e.commit_number"
            + " ELSE -e.commit_number END";

    private static final String COLUMNS = "SELECT e.position, " + COMMIT_NUMBER
            + ", e.id, e.timestamp, e.type, e.revision,"
            + " e.aggregate_type, s.name, e.sequence, e.metadata, e.tags, e.encoding, e.payload";

    static final String PAGE = COLUMNS
            + " FROM events e LEFT JOIN streams s ON s.id = e.stream WHERE e.position >= ? ORDER BY e.position LIMIT ?";
    /** The positions as a JSON array. */
    static final String THESE = COLUMNS
            + " FROM events e LEFT JOIN streams s ON s.id = e.stream"
            + " WHERE e.position IN (SELECT value FROM json_each(?)) ORDER BY e.position";

    /** Headers of the commits from number ?1 to ?2, in pages of ?3. */
    static final String HEADERS = "SELECT position, commit_number, type, revision, tags FROM events"
            + " WHERE position >= (SELECT first FROM commits WHERE number = ?1)"
            + " AND position < ifnull((SELECT first FROM commits WHERE number > ?2 ORDER BY number LIMIT 1), 1 << 62)"
            + " ORDER BY position LIMIT ?3";

    static final String COMMIT = "SELECT commit_number FROM events WHERE position = ?";

    private EventRow() {}

    /** @param stream the aggregate's integer; null for an event outside any aggregate */
    public static void bind(
            PreparedStatement insert, long position, long commit, RecordedEvent event, @Nullable Long stream)
            throws SQLException {
        StreamPosition slot = event.aggregate();
        insert.setLong(1, position);
        insert.setLong(2, commit);
        insert.setString(3, event.id());
        insert.setLong(4, Micros.of(event.timestamp()));
        insert.setString(5, event.type().name());
        insert.setString(6, event.type().revision());
        insert.setString(7, slot == null ? null : slot.type());
        insert.setObject(8, stream);
        insert.setObject(9, slot == null ? null : slot.sequence());
        insert.setBytes(10, Texts.encode(event.metadata()));
        insert.setBytes(11, Texts.encode(event.tags()));
        insert.setString(12, event.payload().encoding());
        insert.setBytes(13, event.payload().bytes());
    }

    static StoredEvent of(ResultSet row) throws SQLException {
        try {
            return decoded(row);
        } catch (RuntimeException e) {
            throw Columns.unreadable(Math.abs(row.getLong(2)), e);
        }
    }

    static EventHeader header(ResultSet row) throws SQLException {
        try {
            return new EventHeader(
                    row.getLong(1),
                    row.getLong(2),
                    new EventType(Columns.text(row, 3), Columns.optionalText(row, 4)),
                    Texts.decodeTags(row.getBytes(5)));
        } catch (RuntimeException e) {
            throw Columns.unreadable(Math.abs(row.getLong(2)), e);
        }
    }

    private static StoredEvent decoded(ResultSet row) throws SQLException {
        long commit = row.getLong(2);
        if (commit < 1) {
            throw new IllegalArgumentException("a column holds what the layout forbids");
        }
        String aggregate = Columns.optionalText(row, 8);
        return new StoredEvent(
                row.getLong(1),
                commit,
                new RecordedEvent(
                        Columns.text(row, 3),
                        Micros.instant(row.getLong(4)),
                        new EventType(Columns.text(row, 5), Columns.optionalText(row, 6)),
                        aggregate == null ? null : new StreamPosition(Columns.text(row, 7), aggregate, row.getLong(9)),
                        Texts.decodeMap(row.getBytes(10)),
                        Texts.decodeTags(Columns.optionalBytes(row, 11)),
                        new Payload(Columns.text(row, 12), bytes(row, 13))));
    }

    /** SQLite has no empty BLOB that JDBC tells from NULL. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
