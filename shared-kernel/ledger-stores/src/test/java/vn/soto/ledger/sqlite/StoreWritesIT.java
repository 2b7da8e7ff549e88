package vn.soto.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreWritesIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoIsInterruptedLearnsNothingOfTheRoom() throws SQLException {
        Path file = folder.resolve("store.db");
        try (SqliteSession session = SqliteSession.writer(file)) {
            StoreWrites writes = new StoreWrites(file, session);
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> writes.write(() -> StoreWrites.touch(file, session)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("interrupted")
                        .hasMessageNotContaining("no room");
                assertThat(writes.haveFailed()).isFalse();
                assertThat(writes.stillFail()).isFalse();
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(writes.stillFail()).isFalse();
        }
    }

    @Test
    void aWriteFailsUntilOneFindsRoom() throws SQLException, IOException {
        Path file = folder.resolve("store.db");
        Path beside = Files.createDirectory(folder.resolve("store.db.room"));
        try (SqliteSession session = SqliteSession.writer(file)) {
            StoreWrites writes = new StoreWrites(file, session);
            assertThat(writes.stillFail()).isTrue();
            assertThat(writes.haveFailed()).isTrue();
            Files.delete(beside);
            assertThat(writes.stillFail()).isFalse();
            assertThat(writes.haveFailed()).isFalse();
        }
    }
}
