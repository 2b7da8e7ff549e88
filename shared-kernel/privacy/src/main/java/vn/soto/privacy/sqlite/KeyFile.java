package vn.soto.privacy.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.sqlite.Schema;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.StoredKey;

/**
 * The tables of a key file. A row keeps its length for ever and rows are only ever added at the end. So a key is
 * overwritten where it lies and was never moved. A destroyed one is {@value StoredKey#LENGTH} zeros. {@code since} is
 * when the key was made, or destroyed, always of 20 characters.
 */
public final class KeyFile {

    /** "SOTK". */
    private static final int APPLICATION = 0x534F544B;

    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of("""
            CREATE TABLE keys (
              id      INTEGER PRIMARY KEY,
              subject TEXT NOT NULL UNIQUE,
              wrapped BLOB NOT NULL CHECK (length(wrapped) = 60),
              since   TEXT NOT NULL CHECK (length(since) = 20)
            ) STRICT""", "CREATE TABLE master (proof BLOB NOT NULL) STRICT");

    private static final String AFTER =
            "SELECT CAST(subject AS BLOB), wrapped, since FROM keys WHERE subject > CAST(? AS TEXT) ORDER BY subject LIMIT ?";
    private static final String FIND =
            "SELECT subject, wrapped, since FROM keys WHERE subject IN (SELECT value FROM json_each(?))";

    private KeyFile() {}

    /** Creates the tables of a new file; fails for another program's file, a newer version, or a schema that is not the product's. */
    public static void prepare(SqliteSession session, Path file) throws SQLException {
        if (session.number("SELECT count(*) FROM sqlite_schema") > 0) {
            check(session, file);
            return;
        }
        session.inTransaction(() -> {
            for (String statement : TABLES) {
                session.run(statement);
            }
            session.run("PRAGMA application_id=" + APPLICATION);
            session.run("PRAGMA user_version=" + VERSION);
        });
    }

    static void check(SqliteSession session, Path file) throws SQLException {
        if (session.number("PRAGMA application_id") != APPLICATION || session.number("PRAGMA user_version") > VERSION) {
            throw new IllegalStateException("""
                    Tệp %1$s không phải kho khóa, hoặc do một phiên bản mới hơn ghi. \
                    / File %1$s is no key store, or was written by a newer version.""".formatted(file));
        }
        Schema.require(session, file, TABLES);
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

    /** The file's entries behind a name, in the order of their names; by bytes, one a character: a damaged name may be no text. */
    static SequencedMap<String, StoredKey> after(SqliteSession session, String name, int limit) throws SQLException {
        SequencedMap<String, StoredKey> entries = new LinkedHashMap<>();
        session.list(
                        AFTER,
                        row -> Map.entry(new String(row.getBytes(1), StandardCharsets.ISO_8859_1), stored(row)),
                        name.getBytes(StandardCharsets.ISO_8859_1),
                        limit)
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private static Map.Entry<Subject, StoredKey> key(ResultSet row) throws SQLException {
        return Map.entry(Subject.parse(row.getString(1)), stored(row));
    }

    private static StoredKey stored(ResultSet row) throws SQLException {
        return stored(Objects.requireNonNullElseGet(row.getBytes(2), () -> new byte[0]), row.getString(3));
    }

    /** Bytes that are neither a key nor a destroyed one become a key that does not open. */
    private static StoredKey stored(byte[] wrapped, String since) {
        if (!Arrays.equals(wrapped, new byte[StoredKey.LENGTH])) {
            return new StoredKey.Wrapped(wrapped);
        }
        try {
            return new StoredKey.Destroyed(Instant.parse(since));
        } catch (DateTimeParseException e) {
            return new StoredKey.Wrapped(wrapped);
        }
    }
}
