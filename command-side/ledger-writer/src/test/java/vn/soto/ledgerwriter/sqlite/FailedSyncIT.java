package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;

/** Nothing is built upon a write that a sync did not confirm, neither after it failed nor after a start. */
@Tag("threads")
final class FailedSyncIT {

    @TempDir
    Path folder;

    @Test
    void endsAllWritingAlthoughLaterSyncsSucceed() {
        Path file = folder.resolve("ledger.db");
        FailingOnce sync = new FailingOnce();
        try (Embedded embedded = Embedded.open(file, sync)) {
            embedded.append(one("before", "x", 0));
            sync.fails = true;
            assertThatExceptionOfType(LedgerException.Uncertain.class)
                    .isThrownBy(() -> embedded.append(one("a", "x", 1)));
            assertThatExceptionOfType(LedgerException.Damaged.class)
                    .isThrownBy(() -> embedded.append(one("b", "y", 0)))
                    .satisfies(why -> assertThat(why.fault()).contains(WriteFault.DISK_FAILED));
            assertThat(embedded.ledger.trouble())
                    .map(trouble -> trouble.fault())
                    .contains(WriteFault.DISK_FAILED);
            assertThat(embedded.ledger.reader().commits(1, 1)).hasSize(1);
        }
        try (Embedded again = Embedded.open(file)) {
            assertThatExceptionOfType(LedgerException.Repeated.class).isThrownBy(() -> again.append(one("a", "x", 1)));
            assertThat(again.append(one("b", "y", 0)).number()).isEqualTo(3);
            assertThat(again.verified().number()).isEqualTo(3);
        }
    }

    /** The log that a killed process left, synced or not, is in the file before anything is added. */
    @Test
    void isMadeGoodAtTheStart() throws IOException {
        Path left = Files.createDirectory(folder.resolve("left")).resolve("ledger.db");
        Path file = folder.resolve("ledger.db");
        try (Embedded embedded = Embedded.open(file)) {
            embedded.append(one("a", "x", 0));
            for (String suffix : List.of("", "-wal")) {
                Files.copy(folder.resolve("ledger.db" + suffix), left.resolveSibling("ledger.db" + suffix));
            }
        }
        assertThat(left.resolveSibling("ledger.db-wal")).isNotEmptyFile();
        Path alone = folder.resolve("alone.db");
        try (Embedded _ = Embedded.open(left)) {
            Files.copy(left, alone);
        }
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(alone)) {
            assertThat(reader.tail().number()).isEqualTo(1);
        }
    }

    /** A COMMIT that takes effect, and whose sync fails the first time only. */
    private static final class FailingOnce implements Durability {

        /** Written by the test's thread, read by the writer's. */
        private volatile boolean fails;

        @Override
        public void commit(SqliteSession session) throws SQLException {
            Durability.super.commit(session);
            if (fails) {
                fails = false;
                throw new SQLiteException("as told by the test", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
            }
        }
    }
}
