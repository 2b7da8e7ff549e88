package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WrittenFile;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;

/** A process that is killed cannot show a sync that is missing: the kernel still has its writes. */
@Tag("processes")
final class SyncIT {

    @TempDir
    Path folder;

    @Test
    void asksSqliteToSyncEachCommit() throws SQLException {
        Tail empty = Tail.empty(Embedded.ORIGIN);
        try (LedgerFile file = LedgerFile.open(
                WrittenFile.ledger(folder.resolve("ledger.db"), Duration.ofSeconds(1)),
                Embedded.ORIGIN,
                new Anchor(empty.number(), empty.chain()),
                Clock.systemUTC(),
                10)) {
            SqliteSession session = file.session();
            assertThat(session.number("PRAGMA synchronous")).isEqualTo(2);
            assertThat(session.first("PRAGMA journal_mode", row -> row.getString(1)))
                    .contains("wal");
            assertThat(session.number("PRAGMA page_size")).isEqualTo(4096);
            assertThat(session.number("PRAGMA busy_timeout")).isEqualTo(5000);
            assertThat(session.number("PRAGMA wal_autocheckpoint")).isEqualTo(4000);
            assertThat(session.number("PRAGMA journal_size_limit")).isEqualTo(67108864);
        }
    }

    @Test
    @Tag("long")
    void syncsTheLogOncePerGroup() throws IOException, InterruptedException {
        assumeStrace();
        // Both sync the header of the log they begin, and the log they leave.
        Traced few = traced("few", 1);
        Traced some = traced("some", 25);
        assertThat(few.groups()).isBetween(1L, 8L);
        assertThat(some.groups()).isBetween(25L, 200L);
        assertThat(some.syncs() - few.syncs()).isEqualTo(some.groups() - few.groups());
    }

    /** Otherwise a loss of power may leave it empty; what closes it syncs it too. */
    @Test
    @Tag("long")
    void syncsAnAnchorWhenItIsMade() throws IOException, InterruptedException {
        assumeStrace();
        Path calls = folder.resolve("calls");
        Process child = new ProcessBuilder(
                        "strace",
                        "-f",
                        "--seccomp-bpf",
                        "-y",
                        "-qq",
                        "-e",
                        "trace=fsync",
                        "-o",
                        calls.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledOnceOpen.class.getName(),
                        folder.resolve("keys.sqlite").toString())
                .inheritIO()
                .start();
        assertThat(child.waitFor()).isZero();
        assertThat(Files.readString(calls)).contains(folder.resolve("keys.anchor") + ">");
    }

    /** Opens a key store and is gone. */
    static final class KilledOnceOpen {

        private KilledOnceOpen() {}

        public static void main(String[] arguments) {
            try (SqliteSubjectKeys _ = SqliteSubjectKeys.open(Path.of(arguments[0]), Clock.systemUTC())) {
                Runtime.getRuntime().halt(0);
            }
        }
    }

    private Traced traced(String name, int each) throws IOException, InterruptedException {
        Path calls = folder.resolve(name + ".calls");
        Path file = folder.resolve(name + ".db");
        List<String> strace = List.of(
                "strace", "-f", "--seccomp-bpf", "-y", "-qq", "-e", "trace=fsync,fdatasync", "-o", calls.toString());
        Process child = ChildProcess.start(strace, file, name, 8, each);
        List<String> printed = child.inputReader().readAllLines();
        assertThat(child.waitFor()).isZero();
        try (Stream<String> lines = Files.lines(calls)) {
            long syncs = lines.filter(line -> line.contains(name + ".db-wal>"))
                    .filter(line -> !line.contains("resumed"))
                    .count();
            return new Traced(syncs, Long.parseLong(printed.getLast().split(" ", -1)[1]));
        }
    }

    static void assumeStrace() throws InterruptedException {
        try {
            int exit = new ProcessBuilder("strace", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            Assumptions.assumeTrue(exit == 0, "SKIPPED: strace may not trace here");
        } catch (IOException e) {
            Assumptions.abort("SKIPPED: strace is not installed");
        }
    }

    private record Traced(long syncs, long groups) {}
}
