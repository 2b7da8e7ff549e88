package vn.soto.privacy.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.refused.RefusedAccessStore.Numbered;

final class SqliteRefusedAccessIT extends RefusedAccessContract {

    @TempDir
    private Path folder;

    private Path file;
    private SqliteRefusedAccess register;

    @BeforeEach
    void open() {
        file = folder.resolve("refused.sqlite");
        register = SqliteRefusedAccess.open(file);
    }

    @AfterEach
    void close() {
        register.close();
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
            other.run("INSERT INTO refused VALUES (0, 20000, 'old', 'o', 'l', 1, 1, 1)");
            other.run("INSERT INTO refused VALUES (1, 10001, 'oldest', 'o', 'l', 1, 1, 1)");
        }

        assertThat(register.add(refused("lan"))).isEqualTo(20_001);

        assertThat(register.latest(Long.MAX_VALUE, 5))
                .extracting(each -> each.entry().account())
                .containsExactly("lan", "old");
        assertThat(register.update(10_001, refused("late"))).isFalse();
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
