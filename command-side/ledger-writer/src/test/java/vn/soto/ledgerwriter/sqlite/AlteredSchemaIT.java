package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WrittenFile;

/** A table, index, view or trigger that is not the product's: no start, and nothing acknowledged that the file does not hold. */
@Tag("threads")
final class AlteredSchemaIT {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trigger t is not the product's    | CREATE TRIGGER t BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END
            trigger t is not the product's    | CREATE TRIGGER t AFTER INSERT ON commits BEGIN DELETE FROM commits WHERE number = NEW.number; END
            trigger slots is not the product's | CREATE TRIGGER slots AFTER INSERT ON commits BEGIN SELECT 1; END
            view v is not the product's       | CREATE VIEW v AS SELECT * FROM events
            table more is not the product's   | CREATE TABLE more (a)
            index more is not the product's   | CREATE INDEX more ON events (id)
            index slots is gone               | DROP INDEX slots
            index commands is gone            | DROP INDEX commands
            table streams is gone             | DROP TABLE streams
            table commits is not as it was    | ALTER TABLE commits ADD COLUMN more TEXT
            table events is not as it was     | ALTER TABLE events RENAME COLUMN tags TO labels
            index slots is not as it was      | DROP INDEX slots; CREATE INDEX slots ON events (stream, sequence) WHERE stream IS NOT NULL
            index commands is not as it was   | DROP INDEX commands; CREATE UNIQUE INDEX commands ON commits (command) WHERE command IS NULL
            """)
    void isNotStartedFrom(String difference, String statements) throws SQLException, IOException {
        try (Embedded embedded = Embedded.open(file())) {
            embedded.append(one("a", "x", 0));
        }
        change(statements);
        byte[] before = Files.readAllBytes(file());
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> Embedded.open(file()).close())
                .withMessageContainingAll(difference, file().toString());
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> SqliteLedgerReader.open(file()).close())
                .withMessageContaining(difference);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER t BEFORE INSERT ON commits BEGIN SELECT RAISE(IGNORE); END",
                "DROP INDEX slots",
            })
    void isNoticedWhileTheLedgerIsWritten(String statement) throws SQLException {
        try (Embedded embedded = Embedded.open(file())) {
            embedded.append(one("a", "x", 0));
            change(statement);
            assertThatExceptionOfType(LedgerException.Damaged.class)
                    .isThrownBy(() -> embedded.append(one("b", "x", 1)));
            assertThat(embedded.ledger.trouble().orElseThrow().fault()).isEqualTo(WriteFault.DAMAGED);
            assertThat(embedded.ledger.reader().tail().number()).isEqualTo(1);
        }
    }

    /** Triggers that leave the schema's version as it was: what is inserted is counted, and read back before COMMIT. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END",
                "BEFORE INSERT ON streams BEGIN SELECT RAISE(IGNORE); END",
                "AFTER INSERT ON commits BEGIN DELETE FROM commits WHERE number = NEW.number; END",
                "AFTER INSERT ON events BEGIN DELETE FROM events WHERE position = NEW.position; END",
                "AFTER INSERT ON streams BEGIN DELETE FROM streams WHERE id = NEW.id; END",
                "AFTER INSERT ON commits BEGIN UPDATE commits SET chain = zeroblob(32) WHERE number = NEW.number; END",
            })
    void anInsertThatTheFileDoesNotHoldIsNotAcknowledged(String trigger) throws SQLException {
        Anchor none = new Anchor(0, Hash.sha256());
        WrittenFile written = WrittenFile.ledger(file(), Duration.ofSeconds(1));
        try (LedgerFile ledger = LedgerFile.open(written, Embedded.ORIGIN, none, Clock.systemUTC(), 10)) {
            SqliteSession session = ledger.session();
            long version = session.number("PRAGMA schema_version");
            session.run("CREATE TRIGGER t " + trigger);
            session.run("PRAGMA schema_version = " + version);
            Group group = ledger.group(List.of(one("a", "x", 0)));
            assertThatExceptionOfType(LedgerException.Damaged.class)
                    .isThrownBy(() -> ledger.insert(group))
                    .withMessageContaining("does not hold what was just inserted");
            assertThat(session.number("SELECT count(*) FROM commits")).isZero();
        }
    }

    @Test
    void aStatementThatChangesNothingOfTheSchemaIsNoDamage() throws SQLException {
        try (Embedded embedded = Embedded.open(file())) {
            embedded.append(one("a", "x", 0));
            change("CREATE TABLE more (a); DROP TABLE more");
            assertThat(embedded.append(one("b", "x", 1)).number()).isEqualTo(2);
        }
    }

    private void change(String statements) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file())) {
            for (String statement :
                    statements.contains("TRIGGER") ? new String[] {statements} : statements.split(";")) {
                session.run(statement);
            }
        }
    }
}
