package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.soto.ledger.Damage;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;

/**
 * The tables of a ledger file. It has a row per commit and a row per event. Aggregates have integers, because a random
 * text key dirties a page of its own with each append. SQLite's {@code user_version} holds two numbers. Its lower half
 * is the version of the layout, its upper half the {@linkplain #OLDEST oldest program} that may write the file. Each
 * step of {@link #STEPS} leads from its index to the next version, and steps are only ever added.
 */
public final class Layout {

    /** "SOTO", so that {@code file} and others can tell. */
    private static final int APPLICATION = 0x534F544F;

    private static final List<String> VERSION_1 = List.of(
            "CREATE TABLE ledger (origin TEXT NOT NULL) STRICT",
            "CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
            """
            CREATE TABLE commits (
              number      INTEGER PRIMARY KEY,
              first       INTEGER NOT NULL,
              size        INTEGER NOT NULL CHECK (size > 0),
              bytes       INTEGER NOT NULL,
              id          BLOB NOT NULL CHECK (length(id) = 16),
              at          INTEGER NOT NULL,
              command     BLOB CHECK (length(command) = 16),
              origin      TEXT NOT NULL,
              content     BLOB CHECK (length(content) = 32),
              actor       TEXT NOT NULL,
              reason      TEXT,
              corrects    TEXT,
              correlation TEXT NOT NULL,
              causation   TEXT NOT NULL,
              latest      INTEGER NOT NULL,
              previous    BLOB NOT NULL CHECK (length(previous) = 32),
              chain       BLOB NOT NULL CHECK (length(chain) = 32),
              CHECK ((command IS NULL) = (content IS NULL))
            ) STRICT""",
            "CREATE UNIQUE INDEX commands ON commits (command) WHERE command IS NOT NULL",
            """
            CREATE TABLE events (
              position       INTEGER PRIMARY KEY,
              commit_number  INTEGER NOT NULL,
              id             TEXT NOT NULL,
              timestamp      INTEGER NOT NULL,
              type           TEXT NOT NULL,
              revision       TEXT,
              aggregate_type TEXT,
              stream         INTEGER,
              sequence       INTEGER,
              metadata       BLOB,
              tags           BLOB,
              encoding       TEXT NOT NULL,
              payload        BLOB NOT NULL,
              CHECK ((stream IS NULL) = (sequence IS NULL) AND (stream IS NULL) = (aggregate_type IS NULL))
            ) STRICT""",
            "CREATE UNIQUE INDEX slots ON events (stream, sequence) WHERE stream IS NOT NULL");

    private static final List<List<String>> STEPS = List.of(VERSION_1);

    static final int VERSION = STEPS.size();

    /** This program's generation. Raised with what programs before it do not know: an event, a version of one, a larger commit. */
    public static final int GENERATION = 14;

    /** The oldest generation that may go on with what this program has written: the file keeps the highest that wrote it. */
    private static final int OLDEST = GENERATION;

    private static final int HALF = 16;

    private Layout() {}

    /** Creates the tables of a new file, upgrades an older version, and checks the ledger's origin. */
    public static void prepare(SqliteSession session, Path file, String origin) throws SQLException {
        prepare(session, file, origin, STEPS);
    }

    static void prepare(SqliteSession session, Path file, String origin, List<List<String>> steps) throws SQLException {
        boolean fresh = session.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!fresh) {
            Identity.check(session, file, steps.size());
            Identity.checkGeneration(session, file);
            requireOwn(session, file, steps);
            Identity.expect(origin, origin(session), file);
        }
        session.inTransaction(() -> {
            upgrade(session, steps);
            if (fresh) {
                session.run("PRAGMA application_id=" + APPLICATION);
                var insert = session.prepared("INSERT INTO ledger (origin) VALUES (?)");
                insert.setString(1, origin);
                insert.executeUpdate();
            }
        });
    }

    private static void upgrade(SqliteSession session, List<List<String>> steps) throws SQLException {
        long version = version(session);
        long oldest = Math.max(OLDEST, oldestProgram(session));
        for (List<String> step : steps.subList((int) version, steps.size())) {
            for (String statement : step) {
                session.run(statement);
            }
        }
        session.run("PRAGMA user_version=" + (oldest << HALF | steps.size()));
    }

    /** Throws {@code Damaged} naming the first table, index, trigger or view that is not as the layout of the file's version makes it. */
    public static void requireOwn(SqliteSession session, Path file) throws SQLException {
        requireOwn(session, file, STEPS);
    }

    private static void requireOwn(SqliteSession session, Path file, List<List<String>> steps) throws SQLException {
        long version = version(session);
        Schema.require(
                session,
                file,
                steps.stream().limit(Math.max(0, version)).flatMap(List::stream).toList());
    }

    static long version(SqliteSession session) throws SQLException {
        return session.number("PRAGMA user_version") & ((1 << HALF) - 1);
    }

    /** The generation of the oldest program that may write the file; 0 if it does not say. */
    static long oldestProgram(SqliteSession session) throws SQLException {
        return session.number("PRAGMA user_version") >>> HALF;
    }

    /** Whether this program created the file, in any version. */
    public static boolean isLedger(SqliteSession session) throws SQLException {
        return session.number("PRAGMA application_id") == APPLICATION;
    }

    /** Refuses a file that is not a ledger of exactly this version, or has another schema; changes nothing. */
    static String check(SqliteSession session, Path file) throws SQLException {
        Identity.check(session, file, VERSION);
        if (version(session) < VERSION) {
            throw Identity.older(file);
        }
        requireOwn(session, file);
        return origin(session);
    }

    private static String origin(SqliteSession session) throws SQLException {
        return session.first("SELECT origin FROM ledger", row -> row.getString(1))
                .orElse("");
    }

    /** The tail: the last commit, and the position after the last event. */
    public static Tail tail(SqliteSession session, String origin) throws SQLException {
        return session.first(CommitRow.TAIL, CommitRow::tail).orElseGet(() -> Tail.empty(origin));
    }

    /** Throws {@code CommitDamaged} if the last commit does not end where the last event lies. */
    public static Tail soundTail(SqliteSession session, String origin) throws SQLException {
        Optional<Long> differs = session.first(CommitRow.TAIL_DIFFERS, row -> row.getLong(1));
        if (differs.isPresent()) {
            throw new LedgerException.CommitDamaged(differs.get(), Damage.UNREADABLE, null);
        }
        return tail(session, origin);
    }
}
