package vn.soto.privacy.reads;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Sealed;
import vn.soto.ledger.Hash;
import vn.soto.ledger.sqlite.Schema;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * The layout of a register of reads in SQLite, as FORMAT.md of this module says. Entries are numbered without gaps.
 * From the first entry of version 3 on they are chained by hash, so that a changed or removed one shows.
 */
final class ReadsTable {

    /** "SOTR". */
    private static final int APPLICATION = 0x534F5452;

    /** Each leads to the next version, and is never changed. */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    CREATE TABLE reads (
                      id       INTEGER PRIMARY KEY AUTOINCREMENT,
                      at       INTEGER NOT NULL,
                      account  TEXT NOT NULL,
                      role     TEXT NOT NULL,
                      subject  TEXT NOT NULL,
                      question TEXT NOT NULL
                    ) STRICT\
                    """,
                    "CREATE INDEX reads_by_subject ON reads (subject)",
                    "CREATE INDEX reads_by_account ON reads (account)"),
            List.of("ALTER TABLE reads ADD COLUMN reason TEXT"),
            List.of("ALTER TABLE reads ADD COLUMN chain BLOB CHECK (length(chain) = 32)"),
            List.of("ALTER TABLE reads ADD COLUMN words TEXT"),
            List.of("CREATE TABLE chained (first INTEGER NOT NULL) STRICT", """
                    INSERT INTO chained SELECT coalesce(
                      (SELECT min(id) FROM reads WHERE chain IS NOT NULL),
                      (SELECT max(seq) + 1 FROM sqlite_sequence WHERE name = 'reads'),
                      1)\
                    """));

    /** The first version that says from which entry on they are chained. */
    private static final int NOTES_FIRST_CHAINED = 5;

    private static final int VERSION = STEPS.size();
    private static final String GENESIS = "soto/reads/v1";
    private static final String INSERT =
            "INSERT INTO reads (id, at, account, role, subject, question, reason, chain, words) VALUES (?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?)";
    private static final String ROWS =
            "SELECT id, at, account, role, subject, question, reason, words, chain FROM reads"
                    + " WHERE id > ? ORDER BY id LIMIT 1000";

    private ReadsTable() {}

    /**
     * An entry as the next continues it.
     *
     * @param chain its chain value; absent for one of a version without chain, and before the first
     */
    private record Link(long id, @Nullable Hash chain) {

        Hash next(PersonalDataRead read) {
            Hash previous = chain == null ? Hash.sha256(GENESIS.getBytes(StandardCharsets.UTF_8), number(id)) : chain;
            return Hash.sha256(previous.bytes(), encoded(id + 1, read));
        }
    }

    private record StoredRead(
            long id, PersonalDataRead read, @Nullable Hash chain) {}

    /** Makes the tables of a new file, upgrades an older one, and refuses any other. */
    static void prepare(SqliteSession session, Path file) throws SQLException {
        if (session.number("SELECT count(*) FROM sqlite_schema") > 0
                && (session.number("PRAGMA application_id") != APPLICATION
                        || session.number("PRAGMA user_version") > VERSION)) {
            throw new ReadsNotRecordedException("""
                Tệp %1$s không phải sổ xem dữ liệu cá nhân, hoặc do một phiên bản mới hơn ghi. \
                / File %1$s is no register of reads, or was written by a newer version.\
                """.formatted(file), null);
        }
        List<String> before = upTo(session.number("PRAGMA user_version"));
        Schema.require(session, file, before);
        session.inTransaction(() -> {
            for (String statement :
                    upTo(VERSION).subList(before.size(), upTo(VERSION).size())) {
                session.run(statement);
            }
            session.run("PRAGMA application_id=" + APPLICATION);
            session.run("PRAGMA user_version=" + VERSION);
        });
    }

    /** The statements that lead to a version. */
    private static List<String> upTo(long version) {
        return STEPS.stream().limit(Math.max(0, version)).flatMap(List::stream).toList();
    }

    /** The last entry; numbers of removed ones are not given again. */
    private static Link last(SqliteSession session) throws SQLException {
        Optional<byte[]> chain = session.first(
                "SELECT coalesce(chain, x'00') FROM reads ORDER BY id DESC LIMIT 1", row -> row.getBytes(1));
        return new Link(
                session.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'reads'"),
                chain.filter(bytes -> bytes.length == Hash.LENGTH).map(Hash::of).orElse(null));
    }

    /** Inserts entries in a transaction of the caller. */
    static void insert(SqliteSession session, List<PersonalDataRead> reads) throws SQLException {
        PreparedStatement insert = session.prepared(INSERT);
        Link link = last(session);
        for (PersonalDataRead read : reads) {
            link = new Link(link.id() + 1, link.next(read));
            insert.setLong(1, link.id());
            insert.setLong(2, read.at().toEpochMilli());
            insert.setString(3, read.account());
            insert.setString(4, read.role());
            insert.setString(5, read.subject());
            insert.setString(6, read.question());
            insert.setString(7, read.reason());
            insert.setBytes(8, Objects.requireNonNull(link.chain()).bytes());
            insert.setString(9, read.words() == null ? null : read.words().text());
            insert.addBatch();
        }
        if (!Arrays.stream(insert.executeBatch()).allMatch(rows -> rows == 1)) {
            throw new SQLException("an entry was not taken");
        }
    }

    /** The first entry that was changed or removed, in both languages; empty if there is none. Only reads. */
    static Optional<String> firstBroken(SqliteSession session) throws SQLException {
        Link link = new Link(0, null);
        long chained = firstChained(session);
        List<StoredRead> page = session.list(ROWS, ReadsTable::row, 0);
        while (!page.isEmpty()) {
            for (StoredRead row : page) {
                if (row.id() != link.id() + 1) {
                    return Optional.of("thiếu mục %1$d / entry %1$d is missing".formatted(link.id() + 1));
                }
                Hash expected = link.next(row.read());
                Hash stored = row.chain();
                boolean older = stored == null && link.chain() == null && row.id() < chained;
                if (!older && (stored == null || !expected.equals(stored))) {
                    return Optional.of("mục %1$d bị đổi / entry %1$d was changed".formatted(row.id()));
                }
                link = new Link(row.id(), older ? null : expected);
            }
            page = session.list(ROWS, ReadsTable::row, link.id());
        }
        long given = session.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'reads'");
        return given == link.id()
                ? Optional.empty()
                : Optional.of("thiếu các mục sau %1$d / the entries after %1$d are missing".formatted(link.id()));
    }

    /** No entry in a register of an earlier version. */
    private static long firstChained(SqliteSession session) throws SQLException {
        return session.number("PRAGMA user_version") < NOTES_FIRST_CHAINED
                ? Long.MAX_VALUE
                : session.number("SELECT first FROM chained");
    }

    private static byte[] encoded(long id, PersonalDataRead read) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(number(id));
        bytes.writeBytes(number(read.at().toEpochMilli()));
        for (String text : List.of(read.account(), read.role(), read.subject(), read.question())) {
            bytes.writeBytes(text(text));
        }
        bytes.write(read.reason() == null ? 0 : 1);
        if (read.reason() != null) {
            bytes.writeBytes(text(read.reason()));
        }
        // Nothing where there are none, so that entries of version 3 keep their values.
        if (read.words() != null) {
            bytes.write(1);
            bytes.writeBytes(text(read.words().text()));
        }
        return bytes.toByteArray();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + utf8.length)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }

    private static StoredRead row(ResultSet row) throws SQLException {
        return new StoredRead(row.getLong(1), read(row), chain(row.getBytes(9)));
    }

    /** Of a row with the columns of an entry in their order: the time second, the words eighth. */
    static PersonalDataRead read(ResultSet row) throws SQLException {
        String words = row.getString(8);
        return new PersonalDataRead(
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                words == null ? null : sealed(words));
    }

    /** A value that is no sealed text becomes one that no entry has. */
    private static Sealed sealed(String words) {
        try {
            return new Sealed(words);
        } catch (IllegalArgumentException e) {
            return new Sealed(
                    Hash.sha256(words.getBytes(StandardCharsets.UTF_8)).toString());
        }
    }

    /** Bytes that are no hash become one that no entry has. */
    private static @Nullable Hash chain(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Hash.sha256(bytes);
    }
}
