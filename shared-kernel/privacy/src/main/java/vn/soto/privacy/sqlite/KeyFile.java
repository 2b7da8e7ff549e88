package vn.soto.privacy.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.StoredKey;

/**
 * The tables of a key file. A row keeps its length for ever and rows are only ever added at the end, so a key is overwritten
 * where it lies and was never moved: a destroyed one is {@value StoredKey#LENGTH} zeros. {@code since} is when the key was
 * made, or destroyed, always of 20 characters.
 */
public final class KeyFile {

    /** "SOTK". */
    private static final int APPLICATION = 0x534F544B;

    private static final int VERSION = 1;

    private static final String FIND =
            "SELECT subject, wrapped, since FROM keys WHERE subject IN (SELECT value FROM json_each(?))";

    private KeyFile() {}

    /** Creates the tables of a new file; fails for another program's file or a newer version. */
    public static void prepare(SqliteSession session, Path file) throws SQLException {
        if (session.number("SELECT count(*) FROM sqlite_schema") > 0) {
            check(session, file);
            return;
        }
        session.run("BEGIN IMMEDIATE");
        session.run("""
                CREATE TABLE keys (
                  id      INTEGER PRIMARY KEY,
                  subject TEXT NOT NULL UNIQUE,
                  wrapped BLOB NOT NULL CHECK (length(wrapped) = 60),
                  since   TEXT NOT NULL CHECK (length(since) = 20)
                ) STRICT""");
        session.run("CREATE TABLE master (proof BLOB NOT NULL) STRICT");
        session.run("PRAGMA application_id=" + APPLICATION);
        session.run("PRAGMA user_version=" + VERSION);
        session.run("COMMIT");
    }

    static void check(SqliteSession session, Path file) throws SQLException {
        if (session.number("PRAGMA application_id") != APPLICATION || session.number("PRAGMA user_version") > VERSION) {
            throw new IllegalStateException("""
                    Tệp %1$s không phải kho khóa, hoặc do một phiên bản mới hơn ghi. \
                    / File %1$s is no key store, or was written by a newer version.""".formatted(file));
        }
    }

    /** As {@code since} is written. */
    public static String since(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The file's entries for these subjects. */
    public static Map<Subject, StoredKey> find(SqliteSession session, Collection<Subject> subjects)
            throws SQLException {
        String wanted =
                subjects.stream().map(subject -> "\"" + subject + "\"").collect(Collectors.joining(",", "[", "]"));
        return session.list(FIND, KeyFile::key, wanted).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<Subject, StoredKey> key(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes(2);
        return Map.entry(
                Subject.parse(row.getString(1)),
                isDestroyed(wrapped)
                        ? new StoredKey.Destroyed(Instant.parse(row.getString(3)))
                        : new StoredKey.Wrapped(wrapped));
    }

    private static boolean isDestroyed(byte[] wrapped) {
        for (byte b : wrapped) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
