package vn.soto.projection.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.SqliteFailure;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.projection.ReadModelsUnavailableException;
import vn.soto.projection.source.CommitToken;

/**
 * The file itself: a table for each type of documents, and in tables of its own what it was made of. One thread writes; any
 * number read, a few at a time. A row ends with a checksum of it.
 */
final class DocumentTableFile implements AutoCloseable {

    private static final int SESSIONS = 8;
    private static final String DOCUMENTS = "documents_";
    private static final String FORM = "(id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID";
    private static final List<String> OTHERS = List.of(
            "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE collection(name TEXT PRIMARY KEY, rows TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE lane(tracker TEXT NOT NULL, lane INTEGER NOT NULL, number INTEGER NOT NULL, chain TEXT NOT NULL,"
                    + " PRIMARY KEY(tracker, lane)) STRICT, WITHOUT ROWID");

    private final Path file;
    private final SqliteSession writer;
    private final Semaphore places = new Semaphore(SESSIONS);
    private final BlockingQueue<SqliteSession> idle = new LinkedBlockingQueue<>();

    private DocumentTableFile(Path file, SqliteSession writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Of a lane of a tracker. */
    record LaneKey(String tracker, int lane) {}

    /** Opens a file that is there, without a look at what is in it. */
    static DocumentTableFile open(Path file) throws SQLException {
        OwnerFile.restrict(file);
        SqliteSession writer = SqliteSession.writer(file);
        try {
            // What a loss of power takes is made again from the ledger.
            writer.run("PRAGMA synchronous=NORMAL");
            writer.run("PRAGMA wal_autocheckpoint=16000");
            return new DocumentTableFile(file, writer);
        } catch (SQLException e) {
            writer.close();
            throw e;
        }
    }

    /** Opens a new file. */
    static DocumentTableFile create(Path file) throws SQLException {
        OwnerFile.create(file);
        DocumentTableFile made = open(file);
        for (String table : OTHERS) {
            made.writer.run(table);
        }
        return made;
    }

    static void delete(Path file) {
        try {
            for (String end : List.of("", "-wal", "-shm", "-journal", MARK)) {
                Files.deleteIfExists(Path.of(file + end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the file beside it which says that a read found it damaged. */
    private static final String MARK = ".damaged";

    static boolean isMarked(Path file) {
        return Files.exists(Path.of(file + MARK));
    }

    /** A fault of its tables or pages; empty if there is none. */
    Optional<String> fault() throws SQLException {
        Optional<String> strange =
                writer.list("SELECT sql FROM sqlite_schema", row -> String.valueOf(row.getString(1))).stream()
                        .filter(sql -> !OTHERS.contains(sql)
                                && !sql.matches("CREATE TABLE " + DOCUMENTS + "\\d+" + Pattern.quote(FORM)))
                        .findFirst();
        return strange.isPresent() ? strange : faultOfPages();
    }

    private Optional<String> faultOfPages() throws SQLException {
        return writer.list("PRAGMA quick_check(1)", row -> row.getString(1)).stream()
                .filter(said -> !said.equals("ok"))
                .findFirst();
    }

    Map<String, String> about() throws SQLException {
        return pairs("SELECT name, value FROM about");
    }

    /** Tables by collection. */
    Map<String, String> collections() throws SQLException {
        return pairs("SELECT name, rows FROM collection");
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        writer.list(sql, row -> pairs.put(row.getString(1), row.getString(2)));
        return pairs;
    }

    Map<LaneKey, CommitToken> lanes() throws SQLException {
        Map<LaneKey, CommitToken> lanes = new HashMap<>();
        writer.list(
                "SELECT tracker, lane, number, chain FROM lane",
                row -> lanes.put(
                        new LaneKey(row.getString(1), row.getInt(2)),
                        new CommitToken(row.getLong(3), row.getString(4))));
        return lanes;
    }

    /** The name of the table of documents that was made after so many others. */
    static String table(int number) {
        return DOCUMENTS + number;
    }

    static int number(String table) {
        return Integer.parseInt(table.substring(DOCUMENTS.length()));
    }

    /** All tables of documents, those of a replay that did not come to its end, too. */
    List<String> tables() throws SQLException {
        return writer.list(
                "SELECT name FROM sqlite_schema WHERE name LIKE ?", row -> row.getString(1), DOCUMENTS + "%");
    }

    void inTransaction(SqliteSession.Work work) throws SQLException {
        writer.inTransaction(work);
    }

    void drop(String table) throws SQLException {
        writer.run("DROP TABLE IF EXISTS " + table);
    }

    void create(String table) throws SQLException {
        writer.run("CREATE TABLE " + table + FORM);
    }

    void put(String table, String id, byte[] body) throws SQLException {
        update(
                "INSERT INTO " + table + "(id, body) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body",
                id,
                sealed(id, body));
    }

    void about(String name, String value) throws SQLException {
        update("INSERT OR REPLACE INTO about(name, value) VALUES (?, ?)", name, value);
    }

    /** These and no others. */
    void collections(Map<String, String> tables) throws SQLException {
        writer.run("DELETE FROM collection");
        for (var table : tables.entrySet()) {
            update("INSERT INTO collection(name, rows) VALUES (?, ?)", table.getKey(), table.getValue());
        }
    }

    void lane(LaneKey lane, CommitToken token) throws SQLException {
        update(
                "INSERT OR REPLACE INTO lane(tracker, lane, number, chain) VALUES (?, ?, ?, ?)",
                lane.tracker(),
                lane.lane(),
                token.number(),
                token.chain());
    }

    private void update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = writer.prepared(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }

    /** The bytes of a document; absent if the table has none of this id. */
    byte @Nullable [] find(String table, String id) {
        places.acquireUninterruptibly();
        try {
            SqliteSession session = idle.poll();
            session = session == null ? SqliteSession.reader(file) : session;
            byte[] found;
            try {
                found = found(session, table, id);
            } catch (SQLException e) {
                session.close();
                throw e;
            }
            idle.add(session);
            return found == null ? null : opened(id, found);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            places.release();
        }
    }

    private static byte @Nullable [] found(SqliteSession session, String table, String id) throws SQLException {
        PreparedStatement statement = session.prepared("SELECT body FROM " + table + " WHERE id = ?");
        statement.setString(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }

    private static byte[] sealed(String id, byte[] body) {
        return ByteBuffer.allocate(body.length + Integer.BYTES)
                .put(body)
                .putInt(checksum(id, body, body.length))
                .array();
    }

    private byte[] opened(String id, byte[] row) {
        int length = row.length - Integer.BYTES;
        if (length < 0 || ByteBuffer.wrap(row, length, Integer.BYTES).getInt() != checksum(id, row, length)) {
            throw damaged(new IllegalStateException("the row of " + id + " is not as it was written"));
        }
        return Arrays.copyOf(row, length);
    }

    private static int checksum(String id, byte[] body, int length) {
        CRC32C sum = new CRC32C();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        sum.update(body, 0, length);
        return (int) sum.getValue();
    }

    ReadModelsUnavailableException failed(SQLException failure) {
        return SqliteFailure.of(failure) == SqliteFailure.DAMAGED
                ? damaged(failure)
                : new ReadModelsUnavailableException(
                        "Không đọc hoặc ghi được tệp mô hình đọc %1$s. / The file of the read models %1$s cannot be read or written."
                                .formatted(file),
                        failure);
    }

    /** The next start makes the file anew. */
    private ReadModelsUnavailableException damaged(Exception cause) {
        OwnerFile.create(Path.of(file + MARK));
        return new ReadModelsUnavailableException(
                "Tệp mô hình đọc %1$s bị hỏng; hãy khởi động lại, chương trình sẽ dựng lại từ sổ cái. / The file of the read models %1$s is damaged; start again, and it is made anew from the ledger."
                        .formatted(file),
                cause);
    }

    /** After the reads under way. */
    @Override
    public void close() throws SQLException {
        places.acquireUninterruptibly(SESSIONS);
        for (SqliteSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
        writer.close();
    }
}
