package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

/** A key store that lost keys does not start, and says what to do. */
final class KeyAnchorIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");

    @TempDir
    Path folder;

    private Path file;

    /** Three keys in the file, and five more in the log, as a killed process leaves them. */
    @BeforeEach
    void keysOfAKilledProcess() throws IOException {
        Path running = Files.createDirectory(folder.resolve("running")).resolve("keys.sqlite");
        file = folder.resolve("keys.sqlite");
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(running, CLOCK)) {
            writer.createIfAbsent(keys("a", 3));
            writer.destroy(List.of(subject("a", 0)));
            writer.createIfAbsent(keys("b", 5));
            for (String suffix : List.of("keys.sqlite", "keys.sqlite-wal", "keys.anchor")) {
                Files.copy(running.resolveSibling(suffix), folder.resolve(suffix));
            }
        }
    }

    private Map<Subject, byte[]> keys(String name, int number) {
        Map<Subject, byte[]> keys = new HashMap<>();
        for (int i = 0; i < number; i++) {
            keys.put(subject(name, i), master.wrap(SubjectKey.fresh(subject(name, i))));
        }
        return keys;
    }

    private static Subject subject(String name, int number) {
        return Subject.of(new HouseholdId(name + "-" + number));
    }

    @Test
    void startsWhenNothingIsMissing() {
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            assertThat(writer.createIfAbsent(keys("b", 5))).hasSize(5);
            assertThat(writer.trouble()).isEmpty();
        }
        assertThat(Anchor.readFile(folder.resolve("keys.anchor")).orElseThrow().number())
                .isEqualTo(8);
    }

    @Test
    void refusesAStoreWhoseLogIsGone() throws IOException {
        Files.delete(folder.resolve("keys.sqlite-wal"));
        refused("từng có 8, nay còn 3", "it had 8, and has 3");
    }

    @Test
    void refusesAStoreThatIsGoneAndMakesNoNewOne() throws IOException {
        Files.delete(folder.resolve("keys.sqlite-wal"));
        Files.delete(file);
        refused("nay còn 0", "move the file " + folder.resolve("keys.anchor") + " away");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAnotherStoreOfAsManyKeys() throws IOException {
        Files.delete(folder.resolve("keys.sqlite-wal"));
        Files.delete(file);
        Path other = Files.createDirectory(folder.resolve("other")).resolve("keys.sqlite");
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(other, CLOCK)) {
            writer.createIfAbsent(keys("c", 20));
        }
        Files.copy(other, file);
        refused("lacks keys");
    }

    @Test
    void startsWithAnAnchorThatSaysNothing() throws IOException {
        Files.write(folder.resolve("keys.anchor"), new byte[0]);
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            writer.createIfAbsent(keys("d", 1));
        }
        assertThat(Anchor.readFile(folder.resolve("keys.anchor")).orElseThrow().number())
                .isEqualTo(9);
    }

    @Test
    void startsAnewOnceTheLossIsAccepted() throws IOException {
        Files.delete(folder.resolve("keys.sqlite-wal"));
        Files.delete(folder.resolve("keys.anchor"));
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            writer.createIfAbsent(keys("d", 1));
        }
        assertThat(Anchor.readFile(folder.resolve("keys.anchor")).orElseThrow().number())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t BEFORE INSERT ON keys BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER t BEFORE UPDATE ON keys BEGIN SELECT RAISE(IGNORE); END",
                "CREATE VIEW t AS SELECT * FROM keys",
                "CREATE INDEX t ON keys (since)",
                "ALTER TABLE keys ADD COLUMN t TEXT",
            })
    void refusesASchemaThatIsNotTheProducts(String statement) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run(statement);
        }
        refused(statement.startsWith("ALTER") ? "table keys is not as it was made" : " t is not the product's");
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> SqliteSubjectKeyReader.open(file).close());
    }

    @Test
    void aKeyThatATriggerSwallowsIsNotGivenOut() throws SQLException {
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            try (SqliteSession other = SqliteSession.writer(file)) {
                other.run("CREATE TRIGGER t BEFORE INSERT ON keys BEGIN SELECT RAISE(IGNORE); END");
            }
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> writer.createIfAbsent(keys("d", 1)));
        }
    }

    /** A key that a crash would lose must not be used: what is sealed under it could never be opened. */
    @Test
    void givesNoKeyOutOnceTheLogIsDeletedUnderIt() throws IOException {
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            writer.createIfAbsent(keys("d", 1));
            Files.delete(folder.resolve("keys.sqlite-wal"));
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(LedgerException.Damaged.class)
                        .isThrownBy(() -> writer.createIfAbsent(keys("e", 1)))
                        .satisfies(refused -> assertThat(refused.fault()).contains(WriteFault.FILE_REPLACED));
            }
            assertThat(writer.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.fault()).isEqualTo(WriteFault.FILE_REPLACED));
        }
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(file, CLOCK)) {
            Map<Subject, byte[]> again = keys("d", 1);
            assertThat(writer.createIfAbsent(again)).isNotEqualTo(again);
        }
    }

    private void refused(String... words) {
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> SqliteSubjectKeys.open(file, CLOCK).close())
                .withMessageContainingAll(words);
    }
}
