package vn.soto.privacy.refused;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.OpenedFile;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.RowDigest;
import vn.soto.ledger.sqlite.Schema;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StoreWrites;

/** The register in one SQLite file, for its owner alone. Each entry has its digest beside it; numbers have no gap. */
public final class SqliteRefusedAccess implements RefusedAccessStore {

    /** "SOTX". */
    static final int APPLICATION = 0x534F5458;

    private static final int VERSION = 2;
    static final String VERSION_1 = """
            CREATE TABLE refused (
              place     INTEGER PRIMARY KEY,
              number    INTEGER NOT NULL UNIQUE,
              account   TEXT NOT NULL,
              operation TEXT NOT NULL,
              lacking   TEXT NOT NULL,
              first     INTEGER NOT NULL,
              last      INTEGER NOT NULL,
              times     INTEGER NOT NULL
            ) STRICT""";
    private static final String VERSION_2 = "ALTER TABLE refused ADD COLUMN digest TEXT NOT NULL DEFAULT ''";

    /** The columns under the digest, which follows them. */
    private static final int DIGESTED = 7;

    private static final String ROWS =
            "SELECT number, account, operation, lacking, first, last, times, digest FROM refused ORDER BY number";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final SqliteSession session;
    private final StoreWrites writes;

    private SqliteRefusedAccess(Path file, SqliteSession session) {
        this.session = session;
        this.writes = new StoreWrites(file, session);
    }

    /**
     * Opens the file; creates it if absent.
     *
     * @throws LedgerException.Unavailable if it cannot be written, or is another program's or a newer version's
     */
    public static SqliteRefusedAccess open(Path path) {
        Path file = path.toAbsolutePath();
        try {
            OwnerFile.create(file);
            OwnerFile.restrict(file);
            SqliteSession session = SqliteSession.writer(file);
            try {
                prepare(session, file);
                return new SqliteRefusedAccess(file, session);
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | UncheckedIOException | LedgerException.Damaged e) {
            throw unavailable(SOON, e);
        }
    }

    private static void prepare(SqliteSession session, Path file) throws SQLException {
        long version = session.number("PRAGMA user_version");
        if (session.number("SELECT count(*) FROM sqlite_schema") > 0
                && (session.number("PRAGMA application_id") != APPLICATION || version > VERSION)) {
            throw new SQLException("it is another program's, or was written by a newer version");
        }
        Schema.require(session, file, List.of(VERSION_1, VERSION_2).subList(0, (int) Math.max(0, version)));
        if (version < VERSION) {
            session.inTransaction(() -> upgrade(session, version));
        }
    }

    /** Entries of version 1 are taken for right. */
    private static void upgrade(SqliteSession session, long version) throws SQLException {
        if (version < 1) {
            session.run(VERSION_1);
        }
        session.run(VERSION_2);
        for (Numbered before : session.list(ROWS, SqliteRefusedAccess::entry)) {
            put(session, before.number(), before.entry());
        }
        session.run("PRAGMA application_id=" + APPLICATION);
        session.run("PRAGMA user_version=" + VERSION);
    }

    /**
     * The first of the latest {@value #MOST} entries of a register that was changed or removed, in both languages; empty
     * if there is none. Only reads, also while it is written.
     *
     * @throws LedgerException.Unavailable if it cannot be read
     */
    public static Optional<String> fault(Path file) {
        try (SqliteSession session = SqliteSession.reader(file)) {
            record CheckedEntry(long number, boolean right) {}
            List<CheckedEntry> rows = session.list(
                    ROWS,
                    row -> new CheckedEntry(
                            row.getLong(1), RowDigest.of(row, DIGESTED).equals(row.getString(DIGESTED + 1))));
            long expected = rows.isEmpty() ? 0 : Math.max(1, rows.getLast().number() - MOST + 1);
            for (CheckedEntry row : rows) {
                if (row.number() != expected) {
                    return Optional.of("thiếu mục %1$d / entry %1$d is missing".formatted(expected));
                }
                if (!row.right()) {
                    return Optional.of("mục %1$d bị đổi / entry %1$d was changed".formatted(expected));
                }
                expected++;
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw unavailable(SOON, e);
        }
    }

    @Override
    public synchronized long add(RefusedAccess entry) {
        try {
            long number = session.number("SELECT coalesce(max(number), 0) + 1 FROM refused");
            writes.write(() -> put(session, number, entry));
            return number;
        } catch (SQLException e) {
            throw unavailable(SOON, e);
        }
    }

    @Override
    public synchronized boolean update(long number, RefusedAccess entry) {
        try {
            if (session.list("SELECT place FROM refused WHERE number = ?", row -> row.getLong(1), number)
                    .isEmpty()) {
                return false;
            }
            writes.write(() -> put(session, number, entry));
            return true;
        } catch (SQLException e) {
            throw unavailable(SOON, e);
        }
    }

    public OpenedFile opened() {
        return writes.opened();
    }

    /** Whether the last entry could not be written and nothing can, which is tried. */
    public boolean isFailing() {
        return writes.haveFailed() && stillFails();
    }

    private synchronized boolean stillFails() {
        return writes.stillFail();
    }

    private static void put(SqliteSession session, long number, RefusedAccess entry) throws SQLException {
        Object[] values = {
            number,
            entry.account(),
            entry.operation(),
            entry.lacking(),
            entry.first().toEpochMilli(),
            entry.last().toEpochMilli(),
            entry.times()
        };
        PreparedStatement write = session.prepared("INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        write.setLong(1, number % MOST);
        for (int i = 0; i < values.length; i++) {
            write.setObject(i + 2, values[i]);
        }
        write.setString(values.length + 2, RowDigest.of(values));
        if (write.executeUpdate() != 1) {
            throw new SQLException("the file did not take the entry; look for a trigger");
        }
    }

    @Override
    public synchronized List<Numbered> latest(long before, int limit) {
        try {
            return session.list(
                    "SELECT number, account, operation, lacking, first, last, times FROM refused WHERE number < ?"
                            + " ORDER BY number DESC LIMIT ?",
                    SqliteRefusedAccess::entry,
                    before,
                    limit);
        } catch (SQLException e) {
            throw unavailable(SOON, e);
        }
    }

    private static Numbered entry(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong(1),
                new RefusedAccess(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        Instant.ofEpochMilli(row.getLong(6)),
                        row.getLong(7)));
    }

    static LedgerException.Unavailable unavailable(Duration retryAfter, Exception cause) {
        return new LedgerException.Unavailable(
                "Không dùng được sổ từ chối truy cập. / The register of refused access cannot be used: "
                        + cause.getMessage(),
                retryAfter,
                cause);
    }

    @Override
    public synchronized void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw unavailable(SOON, e);
        }
    }
}
