package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a page that cannot be read is told from a file that contradicts itself. SQLite's check reports both as a fault
 * of the file. A log that is cut under an open session is such a page: each read of it fails.
 */
final class LongReadIT {

    private static final int FRAME = 24 + 4096;

    @TempDir
    private Path folder;

    private void looksWhileTheLogLacks(int frames, String values, String complaint) throws SQLException, IOException {
        Path file = folder.resolve("some.sqlite");
        Path log = folder.resolve("some.sqlite-wal");
        try (SqliteSession writer = SqliteSession.writer(file);
                LongRead whole = new LongRead(file)) {
            writer.run("CREATE TABLE t (a TEXT) STRICT");
            writer.run("PRAGMA wal_checkpoint(TRUNCATE)");
            writer.run("INSERT INTO t " + values);
            byte[] written = Files.readAllBytes(log);
            Files.write(log, Arrays.copyOf(written, written.length - frames * FRAME));

            try (SqliteSession reader = SqliteSession.reader(file)) {
                assertThat(reader.first("PRAGMA integrity_check(1)", row -> row.getString(1)))
                        .hasValueSatisfying(row -> assertThat(row).contains(complaint));
            }
            assertThatThrownBy(whole::complaint)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(complaint);
            assertThat(SqliteFailure.of(SqliteFailureIT.malformed(), file)).isEqualTo(SqliteFailure.OTHER);

            Files.write(log, written);
            assertThat(whole.complaint()).isEmpty();
        }
    }

    @Test
    void aPageOfATreeThatIsNotReadIsNoDamage() throws SQLException, IOException {
        looksWhileTheLogLacks(
                3,
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000)"
                        + " SELECT hex(randomblob(20)) FROM n",
                "unable to get the page. error code=522");
    }

    @Test
    void aPageOfALongTextThatIsNotReadIsNoDamage() throws SQLException, IOException {
        looksWhileTheLogLacks(3, "VALUES (hex(randomblob(20000)))", "failed to get page");
    }

    @Test
    void aFileThatContradictsItselfIsTold() throws SQLException, IOException {
        Path file = folder.resolve("some.sqlite");
        try (SqliteSession writer = SqliteSession.writer(file)) {
            writer.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT");
            writer.run("INSERT INTO t (b) VALUES ('x'), ('y')");
            writer.run("CREATE INDEX i ON t (b) WHERE a <> 2");
            writer.run("PRAGMA writable_schema = ON");
            writer.run("UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON t (b)' WHERE name = 'i'");
        }
        try (LongRead whole = new LongRead(file)) {
            assertThat(whole.complaint())
                    .hasValueSatisfying(found -> assertThat(found).contains("index i"));
        }
    }
}
