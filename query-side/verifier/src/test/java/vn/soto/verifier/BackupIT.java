package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.BackupNote;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.UnfinishedCopy;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.testkit.DraftSamples;

@Tag("threads")
final class BackupIT {

    /** Each of a longer ledger than the one before. */
    private static final int COPIES = Boolean.getBoolean("soto.long") ? 5 : 2;

    @TempDir
    private Path folder;

    private Path ledger;
    private Path backup;

    @BeforeEach
    void name() {
        ledger = folder.resolve("data/sổ cái 'thử'.db");
        backup = folder.resolve("sao lưu.db");
    }

    @Test
    void copiesAClosedLedger() throws IOException {
        Tail tail = LedgerOnDisk.write(ledger, 30);

        Shell shell = Shell.run("backup", ledger, backup);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("30:" + tail.chain(), LedgerOnDisk.ORIGIN);
        assertThat(commits(backup)).isEqualTo(commits(ledger));
        assertThat(filesIn(folder)).containsExactlyInAnyOrder("data", "sao lưu.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledBackupLeftIsRemovedByTheNextAndNothingElse() throws IOException {
        LedgerOnDisk.write(ledger, 30);
        byte[] half = Arrays.copyOf(Files.readAllBytes(ledger), 9_000);
        for (String left : List.of("ledger-2026-07-01.sqlite.unfinished", "a.accounts.unfinished")) {
            Files.write(folder.resolve(left), half);
            Files.write(folder.resolve(left + "-wal"), new byte[9]);
        }
        Files.write(folder.resolve("b.unfinished"), new byte[9_000]);
        Files.createFile(folder.resolve("b.unfinished.lock"));
        Files.createFile(folder.resolve("empty.unfinished"));
        Files.writeString(
                folder.resolve("report.unfinished"),
                "somebody else's, and long enough to have an application id of its own");
        Files.write(folder.resolve("image.unfinished"), new byte[9_000]);
        try (UnfinishedCopy running = UnfinishedCopy.of(folder.resolve("running.db"))) {
            assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
            assertThat(filesIn(folder))
                    .containsExactlyInAnyOrder(
                            "data",
                            "sao lưu.db",
                            "report.unfinished",
                            "image.unfinished",
                            running.path().getFileName().toString(),
                            "running.db.unfinished.lock");
        }
        assertThat(BackupNote.beside(ledger)).content().startsWith("30:");
    }

    /** Its accounts have their name before its ledger: without one they are no backup, and would be in the way of the next. */
    @Test
    void accountsOfABackupThatWasKilledBeforeItHadItsNameAreRemovedByTheNext() throws IOException {
        LedgerOnDisk.write(ledger, 30);
        for (String name : List.of("sao lưu.db", "thứ hai.db")) {
            Files.copy(ledger, folder.resolve(name + ".unfinished"));
            Files.createFile(folder.resolve(name + ".unfinished.lock"));
            Files.writeString(folder.resolve(name + ".accounts"), "accounts");
        }
        Files.copy(ledger, folder.resolve("chủ nhật.db"));
        Files.writeString(folder.resolve("chủ nhật.db.accounts"), "accounts");
        Files.copy(ledger, folder.resolve("chủ nhật.db.unfinished"));

        Shell shell = Shell.run("backup", ledger, backup);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(filesIn(folder))
                .containsExactlyInAnyOrder("data", "sao lưu.db", "chủ nhật.db", "chủ nhật.db.accounts");
    }

    @Test
    void copiesAnEmptyLedger() {
        LedgerOnDisk.write(ledger, 0);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        assertThat(commits(backup)).isEmpty();
    }

    /** The copy holds every commit acknowledged before it began, and is a ledger of its own. */
    @Test
    void copiesALedgerWhileItIsWritten() throws Exception {
        try (SqliteLedger open = LedgerOnDisk.open(ledger);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(200);
            Future<Integer> writer = threads.submit(() -> appendUntil(enough, open, begun));
            begun.await();
            for (int i = 0; i < COPIES; i++) {
                long acknowledged = open.reader().tail().number();
                Path copy = folder.resolve("copy-" + i + ".db");
                Shell shell = Shell.run("backup", ledger, copy);
                assertThat(shell.exit()).as(shell.err()).isZero();
                List<Commit> copied = commits(copy);
                assertThat(copied).hasSizeGreaterThanOrEqualTo((int) acknowledged);
                assertThat(open.reader().commits(1, copied.size())).isEqualTo(copied);
            }
            enough.set(true);
            long written = writer.get();
            assertThat(ChainVerifier.verify(open.reader()).number()).isEqualTo(written);
        }
    }

    private static int appendUntil(AtomicBoolean enough, SqliteLedger open, CountDownLatch begun) {
        DraftSamples samples = new DraftSamples(4);
        int written = 0;
        while (!enough.get()) {
            open.appender().append(samples.next());
            begun.countDown();
            written++;
        }
        return written;
    }

    @Test
    void overwritesNothing() throws IOException {
        LedgerOnDisk.write(ledger, 3);
        Files.writeString(backup, "precious");

        Shell shell = Shell.run("backup", ledger, backup);

        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).contains("không ghi đè");
        assertThat(Files.readString(backup)).isEqualTo("precious");
        assertThat(Shell.run("backup", ledger, ledger).exit()).isEqualTo(2);
    }

    @Test
    void aDamagedLedgerGivesNoBackup() throws Exception {
        LedgerOnDisk.write(ledger, 30);
        new LedgerOnDisk(ledger).change("UPDATE commits SET actor = 'x' WHERE number = 9");

        assertThat(Shell.run("backup", ledger, backup).exit()).isEqualTo(1);

        assertThat(filesIn(folder)).containsExactly("data");
    }

    @Test
    void whatCannotBeReadOrWrittenGivesNoBackup() throws Exception {
        assertThat(Shell.run("backup", ledger, backup).exit()).isEqualTo(2);
        LedgerOnDisk.write(ledger, 3);
        assertThat(Shell.run("backup", ledger, folder.resolve("no/such/folder/x.db"))
                        .exit())
                .isEqualTo(2);
        assertThat(Shell.run("backup", ledger).exit()).isEqualTo(2);
    }

    @Test
    void aRestoredLedgerGoesOnWhereTheBackupEnded() throws IOException {
        Tail tail = LedgerOnDisk.write(ledger, 30);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        List<Commit> commits = commits(ledger);
        loseEverything();

        Shell shell = Shell.run("restore", backup, ledger);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(Anchor.read(ledger)).contains(new Anchor(30, tail.chain()));
        try (SqliteLedger open = LedgerOnDisk.open(ledger)) {
            assertThat(open.reader().commits(1, 100)).isEqualTo(commits);
            open.appender().append(new DraftSamples(43).next());
            assertThat(ChainVerifier.verify(open.reader()).number()).isEqualTo(31);
        }
        assertThat(Shell.run("verify", ledger).exit()).isZero();
    }

    /** The old anchor would keep the product from opening what was restored. */
    @Test
    void saysWhichCommitsAnOlderBackupLacks() throws IOException {
        LedgerOnDisk.write(ledger, 20);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        try (SqliteLedger open = LedgerOnDisk.open(ledger)) {
            DraftSamples samples = new DraftSamples(43);
            for (int i = 0; i < 5; i++) {
                open.appender().append(samples.next());
            }
        }
        Files.delete(ledger);

        Shell shell = Shell.run("restore", backup, ledger);

        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("commits 21-25, made after the backup, are lost");
        try (SqliteLedger open = LedgerOnDisk.open(ledger)) {
            assertThat(open.reader().tail().number()).isEqualTo(20);
        }
    }

    @Test
    void restoresOverNothingThatIsThere() throws IOException {
        LedgerOnDisk.write(ledger, 3);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        byte[] before = Files.readAllBytes(ledger);

        assertThat(Shell.run("restore", backup, ledger).exit()).isEqualTo(2);
        assertThat(Files.readAllBytes(ledger)).isEqualTo(before);

        Files.delete(ledger);
        Path log = Files.writeString(ledger.resolveSibling("sổ cái 'thử'.db-wal"), "left over");
        Shell shell = Shell.run("restore", backup, ledger);
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).contains(log.toString());
        assertThat(ledger).doesNotExist();
    }

    @Test
    void restoresNothingUnderAProcessThatWrites() throws IOException {
        LedgerOnDisk.write(ledger, 3);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        Files.delete(ledger);
        Path lock = ledger.resolveSibling("sổ cái 'thử'.db.lock");
        assertThat(lock).as("the file the pen locks").exists();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
            Shell shell = Shell.run("restore", backup, ledger);
            assertThat(shell.exit()).isEqualTo(2);
            assertThat(shell.err()).contains("Another process is writing");
        }
        assertThat(Shell.run("restore", backup, ledger).exit()).isZero();
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        LedgerOnDisk.write(ledger, 30);
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        Anchor anchor = Anchor.read(ledger).orElseThrow();
        Files.delete(ledger);
        new LedgerOnDisk(backup).change("UPDATE events SET payload = x'00' WHERE position = 7");

        assertThat(Shell.run("restore", backup, ledger).exit()).isEqualTo(1);

        assertThat(ledger).doesNotExist();
        assertThat(Anchor.read(ledger)).contains(anchor);
    }

    private void loseEverything() throws IOException {
        for (String name : filesIn(ledger.resolveSibling("."))) {
            Files.delete(ledger.resolveSibling(name));
        }
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Commit> commits(Path file) {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            return reader.commits(1, Integer.MAX_VALUE);
        }
    }

    /** A file of accounts as the product lays it out, as far as a backup reads it. */
    private static SqliteSession accounts(Path file) throws SQLException {
        SqliteSession session = SqliteSession.writer(file);
        session.run("CREATE TABLE accounts (id TEXT PRIMARY KEY NOT NULL, epoch INTEGER NOT NULL) STRICT");
        session.run("PRAGMA application_id=" + 0x534F5441);
        session.run("INSERT INTO accounts VALUES ('lan', 3)");
        return session;
    }

    private static long epoch(Path accounts) throws SQLException {
        try (SqliteSession session = SqliteSession.reader(accounts)) {
            return session.number("SELECT epoch FROM accounts WHERE id = 'lan'");
        }
    }

    @Test
    void theAccountsBesideTheLedgerAreCopiedWhileTheyAreInUse() throws Exception {
        LedgerOnDisk.write(ledger, 3);
        Path copy = folder.resolve("sao lưu.db.accounts");
        try (SqliteSession open = accounts(ledger.resolveSibling("accounts.sqlite"))) {
            open.run("UPDATE accounts SET epoch = 4");

            Shell shell = Shell.run("backup", ledger, backup);

            assertThat(shell.exit()).as(shell.err()).isZero();
            assertThat(shell.out()).contains("1 (" + copy + ")");
        }
        assertThat(epoch(copy)).as("what is in the log too").isEqualTo(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        Files.delete(backup);
        assertThat(Shell.run("backup", ledger, backup).exit())
                .as("nothing is overwritten")
                .isEqualTo(2);
        assertThat(backup).doesNotExist();
    }

    @Test
    void restoredAccountsAcceptNoSessionFromBeforeAndReplaceNone() throws Exception {
        LedgerOnDisk.write(ledger, 3);
        Path present = ledger.resolveSibling("accounts.sqlite");
        accounts(present).close();
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();

        Path other = folder.resolve("khác/ledger.sqlite");
        Files.createDirectories(other.resolveSibling("."));
        Files.writeString(other.resolveSibling("accounts.anchor"), "of the accounts before");
        Shell shell = Shell.run("restore", backup, other);
        assertThat(shell.exit()).as(shell.err()).isZero();
        assertThat(filesIn(other.resolveSibling(".")))
                .noneMatch(file -> file.contains("accounts.sqlite-") || file.contains("accounts.anchor"));
        assertThat(epoch(other.resolveSibling("accounts.sqlite"))).isEqualTo(1_000_003);

        Files.delete(ledger);
        assertThat(Shell.run("restore", backup, ledger).exit()).isZero();
        assertThat(epoch(present)).as("they were there").isEqualTo(3);
    }

    @Test
    void accountsWithATriggerAreNotTakenOrRestored() throws Exception {
        String trigger = "CREATE TRIGGER t BEFORE UPDATE ON accounts BEGIN SELECT RAISE(IGNORE); END";
        LedgerOnDisk.write(ledger, 3);
        Path present = ledger.resolveSibling("accounts.sqlite");
        accounts(present).close();
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        new LedgerOnDisk(folder.resolve("sao lưu.db.accounts")).change(trigger);
        new LedgerOnDisk(present).change(trigger);

        Shell taken = Shell.run("backup", ledger, folder.resolve("other.db"));
        assertThat(taken.exit()).isEqualTo(2);
        assertThat(taken.err()).contains("accounts.sqlite");
        assertThat(Shell.run("restore", backup, folder.resolve("khác/ledger.sqlite"))
                        .exit())
                .isEqualTo(2);
        assertThat(filesIn(folder.resolve("khác"))).noneMatch(file -> file.endsWith(".sqlite"));
    }

    @Test
    void anotherFileInTheirPlaceIsNoCopyOfAccounts() throws Exception {
        LedgerOnDisk.write(ledger, 3);
        Files.writeString(ledger.resolveSibling("accounts.sqlite"), "no accounts");

        Shell shell = Shell.run("backup", ledger, backup);

        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.err()).contains("accounts.sqlite");
        assertThat(filesIn(folder)).as("no half of a backup").containsExactly("data");
    }

    @Test
    void aBackupWithoutSoundAccountsIsNotRestored() throws Exception {
        LedgerOnDisk.write(ledger, 3);
        accounts(ledger.resolveSibling("accounts.sqlite")).close();
        assertThat(Shell.run("backup", ledger, backup).exit()).isZero();
        Files.writeString(folder.resolve("sao lưu.db.accounts"), "no accounts");
        Path other = folder.resolve("khác/ledger.sqlite");

        assertThat(Shell.run("restore", backup, other).exit()).isEqualTo(2);

        assertThat(filesIn(other.resolveSibling("."))).noneMatch(file -> file.endsWith(".sqlite"));
    }
}
