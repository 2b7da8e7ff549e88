package vn.soto.projection.file;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.soto.ledger.sqlite.RowChecksum;
import vn.soto.ledger.sqlite.SqliteSession;

/** Rows of one table as they are written in one transaction; their statements are prepared once. */
final class TableRows {

    /** In place of the checksum of a row of which it has to be read. */
    static final long UNKNOWN = -1;

    private final PreparedStatement known;
    private final PreparedStatement put;
    private long checksums;

    TableRows(SqliteSession writer, String table) throws SQLException {
        this.known = writer.prepared("SELECT checksum FROM " + table + " WHERE id = ?");
        this.put = writer.prepared("INSERT OR REPLACE INTO " + table + "(id, checksum, body) VALUES (?, ?, ?)");
    }

    /**
     * @param before checksum of the row that it replaces: 0 if there is none
     * @return its own
     */
    long put(String id, byte[] body, long before) throws SQLException {
        long now = RowChecksum.of(id, body);
        checksums += now - (before == UNKNOWN ? before(id) : before);
        put.setString(1, id);
        put.setLong(2, now);
        put.setBytes(3, body);
        put.executeUpdate();
        return now;
    }

    private long before(String id) throws SQLException {
        known.setString(1, id);
        try (ResultSet row = known.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** By how much the sum of the table's checksums has changed. */
    long checksums() {
        return checksums;
    }
}
