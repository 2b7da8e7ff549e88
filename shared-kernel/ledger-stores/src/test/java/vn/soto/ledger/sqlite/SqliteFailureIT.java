package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteFailureIT {

    /** The error of SQLite for a file that contradicts itself, and for a disk that answers EIO to a read. */
    static SQLException malformed() {
        return new SQLiteException("database disk image is malformed", SQLiteErrorCode.SQLITE_CORRUPT);
    }

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws SQLException {
        file = folder.resolve("some.sqlite");
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("CREATE TABLE t (a TEXT)");
            session.run("CREATE INDEX i ON t (a)");
            session.run("INSERT INTO t WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000)"
                    + " SELECT hex(randomblob(20)) FROM n");
        }
    }

    @Test
    void aFileThatIsSoundIsNotCalledDamaged() {
        assertThat(SqliteFailure.of(malformed(), file)).isEqualTo(SqliteFailure.OTHER);
    }

    @Test
    void aPageOfGarbageProvesTheDamage() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("Sổ Tổ".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8)), 4096);
        }
        assertThat(SqliteFailure.of(malformed(), file)).isEqualTo(SqliteFailure.DAMAGED);
    }

    @Test
    void aLogThatCannotBeReadProvesNothing() throws IOException {
        Files.createDirectory(folder.resolve("some.sqlite-wal"));
        Files.write(file, new byte[10_000]);
        assertThat(SqliteFailure.of(malformed(), file)).isEqualTo(SqliteFailure.OTHER);
    }
}
