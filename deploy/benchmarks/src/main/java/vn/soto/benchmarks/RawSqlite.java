package vn.soto.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

/**
 * SQLite without us, with the same durability and group commit: a row per event with its body and a unique command id.
 * It has no aggregates, no checks, no chain, no actor and no reason.
 */
final class RawSqlite implements AutoCloseable {

    static final String NAME = "raw SQLite";

    private final Connection connection;
    private final PreparedStatement insert;
    private final GroupCommit<byte[]> commits;
    private final Supplier<UUID> ids;

    RawSqlite(Path folder, Supplier<UUID> ids) throws SQLException {
        this.ids = ids;
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("raw.sqlite"));
        try (Statement statement = connection.createStatement()) {
            for (String pragma : List.of(
                    "page_size=4096",
                    "journal_mode=WAL",
                    "synchronous=FULL",
                    "wal_autocheckpoint=4000",
                    "journal_size_limit=67108864")) {
                statement.execute("PRAGMA " + pragma);
            }
            statement.execute("CREATE TABLE events (position INTEGER PRIMARY KEY, command BLOB NOT NULL UNIQUE,"
                    + " type TEXT NOT NULL, payload BLOB NOT NULL) STRICT");
        }
        connection.setAutoCommit(false);
        this.insert = connection.prepareStatement("INSERT INTO events (command, type, payload) VALUES (?, ?, ?)");
        this.commits = new GroupCommit<>(this::write);
    }

    void append(byte[] body) {
        commits.write(body);
    }

    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM events")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void write(List<byte[]> bodies) throws SQLException {
        for (byte[] body : bodies) {
            UUID id = ids.get();
            insert.setBytes(
                    1,
                    java.nio.ByteBuffer.allocate(16)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits())
                            .array());
            insert.setString(2, "assistance.recorded");
            insert.setBytes(3, body);
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
    }

    /** Reads and decodes every event of a ledger's file in order, on one connection; returns how many. */
    static long scan(Path ledger, EventCodec codec, long limit) throws SQLException {
        long read = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                PreparedStatement select = connection.prepareStatement(
                        "SELECT type, revision, encoding, payload FROM events ORDER BY position LIMIT ?")) {
            select.setLong(1, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    codec.decode(
                            new EventType(rows.getString(1), rows.getString(2)),
                            new Payload(rows.getString(3), rows.getBytes(4)));
                    read++;
                }
            }
        }
        return read;
    }

    @Override
    public void close() throws SQLException {
        commits.close();
        connection.close();
    }
}
