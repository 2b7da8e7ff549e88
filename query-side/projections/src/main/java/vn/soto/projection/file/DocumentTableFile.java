package vn.soto.projection.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.sqlite.LongRead;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.RowChecksum;
import vn.soto.ledger.sqlite.SqliteFailure;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.ReadModelsUnavailableException;
import vn.soto.projection.progress.KeptLetter;
import vn.soto.projection.source.CommitToken;

/**
 * The file itself: a table for each type of documents, and in tables of its own what it was made of. One thread writes; any
 * number read, a few at a time. A row has a checksum, a table the sum of those, and all the rest one, which each write renews.
 */
final class DocumentTableFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentTableFile.class);
    private static final int SESSIONS = 8;
    private static final String DOCUMENTS = "documents_";
    private static final String FORM =
            "(id TEXT PRIMARY KEY, checksum INTEGER NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID";
    private static final List<String> OTHERS = List.of(
            "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE collection(name TEXT PRIMARY KEY, rows TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE content(rows TEXT PRIMARY KEY, checksums INTEGER NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE lane(tracker TEXT NOT NULL, lane INTEGER NOT NULL, number INTEGER NOT NULL, chain TEXT NOT NULL,"
                    + " PRIMARY KEY(tracker, lane)) STRICT, WITHOUT ROWID",
            "CREATE TABLE letter(projection TEXT NOT NULL, sequence TEXT NOT NULL, position INTEGER NOT NULL,"
                    + " number INTEGER NOT NULL, cause TEXT, message TEXT NOT NULL,"
                    + " PRIMARY KEY(projection, sequence, position)) STRICT, WITHOUT ROWID");

    private static final String SEAL = "seal";
    private static final String NONE = "(SELECT '' AS id, x'' AS body WHERE 0)";

    private final Path file;
    private final SqliteSession writer;
    private final LongRead look;
    private final Semaphore places = new Semaphore(SESSIONS);
    private final BlockingQueue<SqliteSession> idle = new LinkedBlockingQueue<>();

    private DocumentTableFile(Path file, SqliteSession writer) {
        this.file = file;
        this.writer = writer;
        this.look = new LongRead(file);
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

    /** Opens a new file, of which this is known. */
    static DocumentTableFile create(Path file, String name, String value) throws SQLException {
        OwnerFile.create(file);
        DocumentTableFile made = open(file);
        made.inTransaction(() -> {
            for (String table : OTHERS) {
                made.writer.run(table);
            }
            made.about(name, value);
        });
        return made;
    }

    static void delete(Path file) {
        OwnerFile.delete(file);
        try {
            Files.deleteIfExists(Path.of(file + MARK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the file beside it which says that a read found it damaged. */
    private static final String MARK = ".damaged";

    static boolean isMarked(Path file) {
        return Files.exists(Path.of(file + MARK));
    }

    boolean isDamaged() {
        return isMarked(file);
    }

    /** A fault of its tables or pages; empty if there is none. Pages of a large file are looked at behind the start alone. */
    Optional<String> fault() throws SQLException {
        Optional<String> strange = FileCheck.strangeTable(writer, OTHERS, DOCUMENTS, FORM);
        if (strange.isPresent()) {
            return strange;
        }
        if (!FileCheck.seal(writer).equals(about().get(SEAL))) {
            return Optional.of("its progress does not fit its tables");
        }
        return FileCheck.isSmall(writer) ? FileCheck.faultOfPages(writer) : Optional.empty();
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

    List<KeptLetter> letters() throws SQLException {
        return writer.list(
                "SELECT projection, sequence, number, position, cause, message FROM letter ORDER BY position",
                row -> new KeptLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** These and no others. */
    void letters(List<KeptLetter> letters) throws SQLException {
        writer.run("DELETE FROM letter");
        for (KeptLetter letter : letters) {
            update(
                    "INSERT INTO letter(projection, sequence, number, position, cause, message) VALUES (?, ?, ?, ?, ?, ?)",
                    letter.projection(),
                    letter.sequence(),
                    letter.commit(),
                    letter.position(),
                    letter.cause(),
                    letter.message());
        }
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
        writer.inTransaction(() -> {
            work.run();
            about(SEAL, FileCheck.seal(writer));
        });
    }

    void drop(String table) throws SQLException {
        writer.run("DROP TABLE IF EXISTS " + table);
        update("DELETE FROM content WHERE rows = ?", table);
    }

    void create(String table) throws SQLException {
        writer.run("CREATE TABLE " + table + FORM);
        update("INSERT INTO content(rows, checksums) VALUES (?, 0)", table);
    }

    /** For the present transaction. */
    TableRows rows(String table) throws SQLException {
        return new TableRows(writer, table);
    }

    void changed(String table, long checksums) throws SQLException {
        update("UPDATE content SET checksums = checksums + ? WHERE rows = ?", checksums, table);
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

    void forget(LaneKey lane) throws SQLException {
        update("DELETE FROM lane WHERE tracker = ? AND lane = ?", lane.tracker(), lane.lane());
    }

    /** How the documents of two tables differ, all of which are here. */
    DocumentDifferences differences(DocumentTable<?> old, DocumentTable<?> made) throws SQLException {
        String one = old.isStored() ? old.name() : NONE;
        String another = made.isStored() ? made.name() : NONE;
        List<Boolean> others = writer.list(
                "SELECT a.id, a.body, b.body FROM " + one + " a JOIN " + another
                        + " b ON b.id = a.id WHERE a.body <> b.body",
                // The elements of a set may stand in another order.
                row -> old.codec()
                        .decoded(row.getString(1), row.getBytes(2))
                        .equals(made.codec().decoded(row.getString(1), row.getBytes(3))));
        return new DocumentDifferences(
                others.stream().filter(same -> !same).count(), only(one, another), only(another, one));
    }

    private long only(String in, String notIn) throws SQLException {
        return writer.number(
                "SELECT count(*) FROM " + in + " a WHERE NOT EXISTS (SELECT 1 FROM " + notIn + " b WHERE b.id = a.id)");
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
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
            return found;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            places.release();
        }
    }

    private byte @Nullable [] found(SqliteSession session, String table, String id) throws SQLException {
        PreparedStatement statement = session.prepared("SELECT checksum, body FROM " + table + " WHERE id = ?");
        statement.setString(1, id);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? sound(id, row) : null;
        }
    }

    private byte[] sound(String id, ResultSet row) throws SQLException {
        byte[] body = row.getBytes(2);
        if (row.getLong(1) != RowChecksum.of(id, body)) {
            throw damaged(new IllegalStateException("the row of " + id + " is not as it was written"));
        }
        return body;
    }

    /** A fault of its pages or its rows, which are all read; empty if there is none. */
    Optional<String> complaint() throws SQLException {
        Optional<String> found = FileCheck.complaint(look);
        found.ifPresent(fault -> damaged(new IllegalStateException(fault)));
        return found;
    }

    ReadModelsUnavailableException failed(SQLException failure) {
        return SqliteFailure.of(failure) == SqliteFailure.DAMAGED
                ? damaged(failure)
                : new ReadModelsUnavailableException(
                        "Không đọc hoặc ghi được tệp mô hình đọc %1$s. / The file of the read models %1$s cannot be read or written."
                                .formatted(file),
                        failure);
    }

    /** Said once; the next start makes the file anew. */
    private ReadModelsUnavailableException damaged(Exception cause) {
        ReadModelsUnavailableException failure = new ReadModelsUnavailableException(
                "Tệp mô hình đọc %1$s bị hỏng; hãy khởi động lại, chương trình sẽ dựng lại từ sổ cái. / The file of the read models %1$s is damaged; start again, and it is made anew from the ledger."
                        .formatted(file),
                cause);
        if (!isDamaged()) {
            LOG.error("{}", failure.getMessage(), cause);
            OwnerFile.create(Path.of(file + MARK));
        }
        return failure;
    }

    /** After the reads under way. */
    @Override
    public void close() throws SQLException {
        look.close();
        places.acquireUninterruptibly(SESSIONS);
        for (SqliteSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
        writer.close();
    }
}
