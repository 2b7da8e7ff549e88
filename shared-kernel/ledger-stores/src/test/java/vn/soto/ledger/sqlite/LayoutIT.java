package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.WrongLedgerException;

final class LayoutIT {

    private static final String ORIGIN = "demo/o'ri\"gin";

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;

    @BeforeEach
    void name() {
        file = folder.resolve("sổ cái?.db");
    }

    @Test
    void makesAnEmptyFileALedgerAndLeavesItOneTheNextTime() throws SQLException {
        prepare(ORIGIN);
        prepare(ORIGIN);
        try (SqliteSession reader = SqliteSession.reader(file)) {
            assertThat(Layout.check(reader, file)).isEqualTo(ORIGIN);
            assertThat(Layout.tail(reader, ORIGIN).number()).isZero();
            assertThat(reader.number("SELECT count(*) FROM ledger")).isEqualTo(1);
        }
    }

    @Test
    void refusesTheLedgerOfAnotherOrigin() throws SQLException {
        prepare(ORIGIN);
        assertThatExceptionOfType(WrongLedgerException.class)
                .isThrownBy(() -> prepare("soto/binh-duong"))
                .withMessageContaining(ORIGIN)
                .withMessageContaining("soto/binh-duong");
    }

    /** As one changed bit of a row's header leaves it. */
    @Test
    void refusesALedgerWithoutAName() throws SQLException {
        prepare(ORIGIN);
        constraint("TEXT NOT NULL", "TEXT NULL");
        writing("UPDATE ledger SET origin = NULL");
        constraint("TEXT NULL", "TEXT NOT NULL");
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> prepare(ORIGIN));
    }

    private void constraint(String from, String to) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("PRAGMA writable_schema = ON");
            session.run("UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s') WHERE name = 'ledger'"
                    .formatted(from, to));
        }
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws SQLException {
        writing("CREATE TABLE notes (text TEXT)");
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> prepare(ORIGIN));
        try (SqliteSession reader = SqliteSession.reader(file)) {
            assertThat(reader.number("SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatANewerVersionWrote() throws SQLException {
        prepare(ORIGIN);
        writing("PRAGMA user_version = " + (Layout.VERSION + 1));
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> prepare(ORIGIN));
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> SqliteLedgerReader.open(file));
    }

    /** Programs from before the file named the oldest one take the whole number for a version, and say that theirs is too old. */
    @Test
    void namesTheOldestProgramThatMayWriteItAndKeepsTheHighest() throws SQLException {
        prepare(ORIGIN);
        try (SqliteSession session = SqliteSession.reader(file)) {
            assertThat(Layout.oldestProgram(session)).isEqualTo(Layout.GENERATION);
            assertThat(session.number("PRAGMA user_version")).isGreaterThan(Layout.VERSION);
        }
        writing("PRAGMA user_version = " + Layout.VERSION);
        prepare(ORIGIN);
        try (SqliteSession session = SqliteSession.reader(file)) {
            assertThat(Layout.oldestProgram(session)).isEqualTo(Layout.GENERATION);
        }
    }

    @Test
    void isNotWrittenByAnOlderProgramThanItNames() throws SQLException {
        prepare(ORIGIN);
        writing("PRAGMA user_version = " + ((Layout.GENERATION + 1) << 16 | Layout.VERSION));
        assertThatExceptionOfType(WrongLedgerException.class)
                .isThrownBy(() -> prepare(ORIGIN))
                .withMessageContaining("only programs from generation " + (Layout.GENERATION + 1));
        try (SqliteSession session = SqliteSession.reader(file)) {
            assertThat(Layout.check(session, file)).as("it may be read").isEqualTo(ORIGIN);
        }
    }

    @Test
    void upgradesAnOlderFileStepByStepAndOnlyOnce() throws SQLException {
        var first = List.of(
                "CREATE TABLE ledger (origin TEXT NOT NULL) STRICT",
                "CREATE TABLE kept (value INTEGER NOT NULL) STRICT",
                "INSERT INTO kept VALUES (7)");
        var second = List.of("ALTER TABLE kept ADD COLUMN added INTEGER NOT NULL DEFAULT 8");
        prepare(List.of(first));
        prepare(List.of(first, second));
        prepare(List.of(first, second));
        try (SqliteSession reader = SqliteSession.reader(file)) {
            assertThat(reader.number("SELECT value * 10 + added FROM kept")).isEqualTo(78);
            assertThat(Layout.version(reader)).isEqualTo(2);
        }
    }

    @Test
    void leavesTheOlderVersionWhenAStepFails() throws SQLException {
        var first = List.of("CREATE TABLE ledger (origin TEXT NOT NULL) STRICT");
        prepare(List.of(first));
        var failing = List.of("CREATE TABLE half (done INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)");
        assertThatThrownBy(() -> prepare(List.of(first, failing))).isInstanceOf(SQLException.class);
        try (SqliteSession reader = SqliteSession.reader(file)) {
            assertThat(reader.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
                    .isZero();
            assertThat(Layout.version(reader)).isEqualTo(1);
        }
    }

    private void prepare(String origin) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            Layout.prepare(session, file, origin);
        }
    }

    private void prepare(List<List<String>> steps) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            Layout.prepare(session, file, ORIGIN, steps);
        }
    }

    private void writing(String sql) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run(sql);
        }
    }
}
