package vn.soto.privacy.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.RowDigest;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.refused.RefusedAccessStore.Numbered;

final class SqliteRefusedAccessIT extends RefusedAccessContract {

    @TempDir
    private Path folder;

    private Path file;

    @AutoClose
    private SqliteRefusedAccess register;

    @BeforeEach
    void open() {
        file = folder.resolve("refused.sqlite");
        register = SqliteRefusedAccess.open(file);
    }

    @Override
    RefusedAccessStore register() {
        return register;
    }

    @Test
    void whatWasRefusedIsStillThereAfterARestart() {
        long number = register.add(refused("lan"));
        register.close();
        register = SqliteRefusedAccess.open(file);

        assertThat(register.latest(Long.MAX_VALUE, 5)).containsExactly(new Numbered(number, refused("lan")));
        assertThat(register.add(refused("anh"))).isGreaterThan(number);
    }

    @Test
    void aPlaceIsUsedAgainOnceAllAreTaken() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("INSERT INTO refused VALUES (0, 20000, 'old', 'o', 'l', 1, 1, 1, '')");
            other.run("INSERT INTO refused VALUES (1, 10001, 'oldest', 'o', 'l', 1, 1, 1, '')");
        }

        assertThat(register.add(refused("lan"))).isEqualTo(20_001);

        assertThat(register.latest(Long.MAX_VALUE, 5))
                .extracting(each -> each.entry().account())
                .containsExactly("lan", "old");
        assertThat(register.update(10_001, refused("late"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "UPDATE refused SET account = 'x' WHERE number = 1 | entry 1 was changed",
                "UPDATE refused SET times = 1 WHERE number = 2     | entry 2 was changed",
                "UPDATE refused SET last = last - 1                | entry 1 was changed",
                "DELETE FROM refused WHERE number = 1              | entry 1 is missing",
                "DELETE FROM refused WHERE number = 2              | entry 2 is missing"
            })
    void anEntryThatWasChangedOrRemovedIsTold(String change, String fault) throws SQLException {
        for (String account : List.of("lan", "anh", "minh")) {
            register.add(refused(account));
        }
        assertThat(register.update(2, refused("anh").again(refused("anh").last())))
                .isTrue();
        assertThat(SqliteRefusedAccess.fault(file)).isEmpty();
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run(change);
        }
        assertThat(SqliteRefusedAccess.fault(file))
                .hasValueSatisfying(found -> assertThat(found).contains(fault));
    }

    /** An older one has made room. */
    @Test
    void theOldestThatMayStandMovesWithTheNewest() throws SQLException {
        register.add(refused("lan"));
        try (SqliteSession other = SqliteSession.writer(file)) {
            String digest = RowDigest.of(10_000, "a", "o", "l", 1, 1, 1);
            other.run("UPDATE refused SET place = 0, number = 10000, account = 'a', operation = 'o', lacking = 'l',"
                    + " first = 1, last = 1, times = 1, digest = '" + digest + "'");
        }
        assertThat(SqliteRefusedAccess.fault(file))
                .hasValueSatisfying(found -> assertThat(found).contains("entry 1 is missing"));
        register.add(refused("anh"));
        assertThat(SqliteRefusedAccess.fault(file))
                .hasValueSatisfying(found -> assertThat(found).contains("entry 2 is missing"));
    }

    @Test
    void aFileOfVersion1IsUpgradedAndItsEntriesAreTakenForRight() throws SQLException {
        Path earlier = folder.resolve("earlier.sqlite");
        try (SqliteSession session = SqliteSession.writer(earlier)) {
            session.run(SqliteRefusedAccess.VERSION_1);
            session.run("INSERT INTO refused VALUES (1, 1, 'lan', 'GET /', 'role', 1, 2, 3)");
            session.run("PRAGMA application_id=" + SqliteRefusedAccess.APPLICATION);
            session.run("PRAGMA user_version=1");
        }
        try (SqliteRefusedAccess upgraded = SqliteRefusedAccess.open(earlier)) {
            assertThat(upgraded.latest(9, 9))
                    .extracting(each -> each.entry().times())
                    .containsExactly(3L);
            assertThat(SqliteRefusedAccess.fault(earlier)).isEmpty();
        }
        SqliteRefusedAccess.open(earlier).close();
    }

    @Test
    void nobodyButItsOwnerReadsTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEntryThatATriggerSwallowsIsNotTakenForWritten() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON refused BEGIN SELECT RAISE(IGNORE); END");
        }
        assertThatThrownBy(() -> register.add(refused("lan"))).isInstanceOf(LedgerException.Unavailable.class);
    }

    @Test
    void aSchemaThatIsNotTheProductsIsRefused() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("CREATE INDEX more ON refused (account)");
        }
        assertThatThrownBy(() -> SqliteRefusedAccess.open(file))
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContaining("index more is not the product's");
    }

    @Test
    void aFileOfAnotherProgramIsLeftAlone() throws SQLException {
        Path foreign = folder.resolve("foreign.sqlite");
        try (SqliteSession other = SqliteSession.writer(foreign)) {
            other.run("CREATE TABLE other (a)");
        }
        assertThatThrownBy(() -> SqliteRefusedAccess.open(foreign)).isInstanceOf(LedgerException.Unavailable.class);
    }
}
