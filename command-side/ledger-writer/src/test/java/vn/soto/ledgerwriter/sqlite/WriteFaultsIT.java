package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WriterHealth;
import vn.soto.testkit.Await;
import vn.soto.testkit.RecordedLog;
import vn.soto.testkit.SettableClock;

/** Faults of the file under a running writer: what callers are told, what health says, and what is left to start from. */
@Tag("processes")
@Isolated("listens to the log of everybody")
final class WriteFaultsIT {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    private Path log() {
        return folder.resolve("ledger.db-wal");
    }

    private static void appendSome(Embedded embedded) {
        for (int i = 0; i < 5; i++) {
            embedded.append(one("commit " + i, "x", i));
        }
    }

    /** The files as a killed process leaves them, opened as the next start does. */
    private long numberAfterACrash() throws IOException {
        Path crashed = Files.createDirectory(folder.resolve("crashed")).resolve("ledger.db");
        for (String suffix : new String[] {"", "-wal", ".anchor"}) {
            Path from = file().resolveSibling("ledger.db" + suffix);
            if (Files.exists(from)) {
                Files.copy(from, crashed.resolveSibling("ledger.db" + suffix));
            }
        }
        try (Embedded again = Embedded.open(crashed)) {
            return again.verified().number();
        }
    }

    private static void refused(Embedded embedded, WriteFault fault) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> embedded.append(one("refused", "y", 0)))
                .satisfies(refused -> assertThat(refused.fault()).contains(fault));
    }

    @Test
    void nothingIsAcknowledgedOnceTheLogIsDeletedAndACrashLosesNothing() throws IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
            Files.delete(log());
            refused(embedded, WriteFault.FILE_REPLACED);
            refused(embedded, WriteFault.FILE_REPLACED);
            assertThat(embedded.ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.message())
                            .contains("đã bị xóa", "was deleted", "that was acknowledged is in " + file()));
            assertThat(numberAfterACrash()).isGreaterThanOrEqualTo(5);
        }
        try (Embedded again = Embedded.open(file())) {
            assertThat(again.verified().number()).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void aDeletedLogIsFoundWhileNobodyWrites() throws IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
            Files.delete(log());
            embedded.awaitTrouble(WriteFault.FILE_REPLACED);
            assertThat(numberAfterACrash()).isEqualTo(5);
            assertThat(embedded.verified().number()).isEqualTo(5);
        }
    }

    /** Between the look before a group and its COMMIT. */
    @Test
    void aGroupWhoseLogIsDeletedMeanwhileIsUncertainAndRecordedOnce() throws IOException {
        Durability deleting = new Durability() {
            private int commits;

            @Override
            public void commit(SqliteSession session) throws SQLException {
                commits++;
                if (commits == 6) {
                    delete(log());
                }
                Durability.super.commit(session);
            }
        };
        try (Embedded embedded = Embedded.open(file(), deleting)) {
            appendSome(embedded);
            assertThatExceptionOfType(LedgerException.Uncertain.class)
                    .isThrownBy(() -> embedded.append(one("sixth", "x", 5)))
                    .satisfies(refused -> assertThat(refused.fault()).contains(WriteFault.FILE_REPLACED));
            assertThat(numberAfterACrash()).isEqualTo(6);
        }
        try (Embedded again = Embedded.open(file())) {
            assertThatExceptionOfType(LedgerException.Repeated.class)
                    .isThrownBy(() -> again.append(one("sixth", "x", 5)));
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLedgerThatIsReplacedIsSavedBesideTheNewOne() throws IOException {
        Path other = folder.resolve("other.db");
        Embedded.open(other).close();
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
            Files.move(other, file(), StandardCopyOption.REPLACE_EXISTING);
            refused(embedded, WriteFault.FILE_REPLACED);
        }
        Path rescued = folder.resolve("ledger.db.rescued");
        try (Embedded again = Embedded.open(rescued)) {
            assertThat(again.verified().number()).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void aLedgerThatIsOverwrittenInPlaceTakesNothingMore() throws IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
            Files.write(file(), new byte[100]);
            refused(embedded, WriteFault.FILE_REPLACED);
            Files.deleteIfExists(file());
        }
    }

    /** As {@code cp} does: the same file, of the same length. The log is not copied into what was put there. */
    @Test
    void aLedgerThatIsWrittenOverIsToldAndTakesNothingMore() throws IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
            byte[] there = Files.readAllBytes(file());
            Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
            Files.write(file(), there);
            embedded.awaitTrouble(WriteFault.FILE_REPLACED);
            refused(embedded, WriteFault.FILE_REPLACED);
            assertThat(embedded.ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.message()).contains("ghi đè", "not saved"));
            assertThat(Files.readAllBytes(file())).isEqualTo(there);
        }
    }

    @Test
    void aDamagedIndexEndsAllWriting() throws SQLException, IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
        }
        try (RecordedLog log = RecordedLog.from(Level.INFO);
                Embedded embedded = Embedded.watched(file(), Clock.systemUTC(), Durability.REAL)) {
            // The start looks at it; the writer reads it with its first append.
            overwrite("slots");
            assertThat(embedded.ledger.trouble()).isEmpty();
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(LedgerException.Damaged.class)
                        .isThrownBy(() -> embedded.append(one("refused", "y", 0)))
                        .withMessageContainingAll("bị hỏng", "is damaged");
            }
            assertThat(embedded.ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.fault()).isEqualTo(WriteFault.DAMAGED));
            assertThat(log.messages(WriterHealth.class.getName())).hasSize(1);
            assertThat(embedded.ledger.reader().tail().number()).isEqualTo(5);
        }
    }

    @Test
    void aReadThatFindsDamageEndsAllWriting() throws SQLException, IOException {
        try (Embedded embedded = Embedded.open(file())) {
            appendSome(embedded);
        }
        try (Embedded embedded = Embedded.open(file())) {
            overwrite("commands");
            assertThatExceptionOfType(LedgerException.Damaged.class)
                    .isThrownBy(() -> embedded.ledger.reader().commitOfCommand(new java.util.UUID(1, 2)));
            refused(embedded, WriteFault.DAMAGED);
        }
    }

    /** Fills the root page of an index with what is no page; as a disk does, which is no time of writing. */
    private void overwrite(String index) throws SQLException, IOException {
        long page;
        try (SqliteSession session = SqliteSession.reader(file())) {
            page = session.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", index);
        }
        byte[] nonsense = new byte[4096];
        java.util.Arrays.fill(nonsense, (byte) 0x5a);
        FileTime before = Files.getLastModifiedTime(file());
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(nonsense), (page - 1) * 4096);
        }
        Files.setLastModifiedTime(file(), before);
    }

    @Test
    void aFileThatMayOnlyBeReadIsNamedAtTheStart() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString()), "SKIPPED: no right");
        try {
            try (Embedded embedded = Embedded.open(file())) {
                appendSome(embedded);
            }
            assertThat(run("mount", "-o", "remount,ro", folder.toString())).isTrue();
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> Embedded.open(file()))
                    .satisfies(refused -> {
                        assertThat(refused.fault()).contains(WriteFault.READ_ONLY);
                        assertThat(refused.getMessage()).isNotNull().doesNotContain("\n");
                    })
                    .withMessageContainingAll(file().toString(), "chỉ đọc được", "is read-only");
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    /** As without a free file descriptor: whatever a look meets, the writing thread goes on. */
    @Test
    void aLookThatFailsIsTakenAgain() {
        boolean[] fails = {true};
        Durability failing = new Durability() {
            @Override
            public void commit(SqliteSession session) throws SQLException {
                if (fails[0]) {
                    throw new SQLiteException("as told by the test", SQLiteErrorCode.SQLITE_FULL);
                }
                Durability.super.commit(session);
            }

            @Override
            public void reopen() {
                if (fails[0]) {
                    throw new UncheckedIOException(new IOException("too many open files"));
                }
            }
        };
        try (Embedded embedded = Embedded.watched(file(), Clock.systemUTC(), failing)) {
            refused(embedded, WriteFault.DISK_FULL);
            double looks = embedded.ledger.trouble().orElseThrow().refused();
            assertThat(looks).isPositive();
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(LedgerException.class)
                        .isThrownBy(() -> embedded.append(one("refused", "y", 0)));
            }
            fails[0] = false;
            embedded.awaitNoTrouble();
            assertThat(embedded.append(one("now", "x", 0)).number()).isEqualTo(1);
        }
    }

    /** Commits go on; that a loss of them would not be noticed is told for as long as it lasts. */
    @Test
    void anAnchorThatCannotBeWrittenIsToldUntilItIs() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Durability anchorless = new Durability() {
            @Override
            public void anchor(FileChannel anchor, byte[] line, long offset) throws IOException {
                if (fails.get()) {
                    throw new IOException("disk quota exceeded");
                }
                Durability.super.anchor(anchor, line, offset);
            }
        };
        try (Embedded embedded = Embedded.watched(file(), Clock.systemUTC(), anchorless)) {
            assertThat(embedded.append(one("now", "x", 0)).number()).isEqualTo(1);
            Await.until("the anchor is told to fail", embedded.ledger::isAnchorFailing);
            fails.set(false);
            Await.until("the anchor is written", () -> !embedded.ledger.isAnchorFailing());
        }
    }

    @Test
    void aFileThatTakesNoMoreWritesIsReadOnlyUntilItDoes() {
        boolean[] refuses = {true};
        Durability readOnly = new Durability() {
            @Override
            public void commit(SqliteSession session) throws SQLException {
                if (refuses[0]) {
                    throw new SQLiteException("as told by the test", SQLiteErrorCode.SQLITE_READONLY);
                }
                Durability.super.commit(session);
            }
        };
        try (Embedded embedded = Embedded.open(file(), readOnly)) {
            refused(embedded, WriteFault.READ_ONLY);
            refuses[0] = false;
            assertThat(embedded.append(one("now", "x", 0)).number()).isEqualTo(1);
            assertThat(embedded.ledger.trouble()).isEmpty();
        }
    }

    @Test
    void aClockThatIsBehindIsSaidByTheHourInOneLineUntilItIsRight() {
        SettableClock clock = new SettableClock(NOW);
        try (RecordedLog log = RecordedLog.from(Level.INFO);
                Embedded embedded = Embedded.watched(file(), clock, Durability.REAL)) {
            appendSome(embedded);
            clock.advance(Duration.ofMinutes(-200));
            embedded.awaitTrouble(WriteFault.CLOCK_BEHIND);
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(LedgerException.Unavailable.class)
                        .isThrownBy(() -> embedded.append(one("refused", "y", 0)))
                        .satisfies(refused -> {
                            assertThat(refused.fault()).contains(WriteFault.CLOCK_BEHIND);
                            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(200));
                        })
                        .withMessageContainingAll("3 giờ 20 phút", "3 h 20 min", "Set the clock");
            }
            assertThat(embedded.ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.refused()).isEqualTo(3));
            assertThat(log.messages(WriterHealth.class.getName())).hasSize(1);
            clock.advance(Duration.ofMinutes(200));
            embedded.awaitNoTrouble();
            assertThat(embedded.append(one("again", "y", 0)).number()).isEqualTo(6);
        }
    }
}
