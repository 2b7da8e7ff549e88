package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.testkit.Await;

/** Ledgers that lost what they had acknowledged do not start, and say what to do. */
@Tag("threads")
final class AnchorIT {

    @TempDir
    Path folder;

    private Path file;

    /** Ten commits, all still in the log, as a process that lost its power leaves them. */
    @BeforeEach
    void tenCommitsInTheLog() throws IOException {
        Path original = folder.resolve("original.db");
        file = folder.resolve("ledger.db");
        try (Embedded embedded = Embedded.open(original)) {
            for (int i = 0; i < 10; i++) {
                embedded.append(one("commit " + i, "x", i));
            }
            Files.copy(original, file);
            Files.copy(logOf(original), logOf(file));
        }
        Files.copy(Anchor.fileOf(original), Anchor.fileOf(file));
    }

    @Test
    void startsWhenNothingIsMissing() {
        try (Embedded embedded = Embedded.open(file)) {
            assertThat(embedded.verified().number()).isEqualTo(10);
        }
    }

    @Test
    void refusesALogThatWasCutAndStartsOnceTheAnchorIsRemoved() throws IOException {
        cutLog();
        long cut = Files.size(logOf(file));
        refused(
                "acknowledged",
                "missing",
                "deploy/bin/verify",
                Anchor.fileOf(file).toString());
        assertThat(Files.size(logOf(file))).as("the log is left as it was").isEqualTo(cut);

        Files.delete(Anchor.fileOf(file));
        try (Embedded embedded = Embedded.open(file)) {
            long left = embedded.verified().number();
            assertThat(left).isBetween(1L, 9L);
            assertThat(embedded.append(one("again", "x", left)).number()).isEqualTo(left + 1);
        }
    }

    @Test
    void refusesALogThatIsGone() throws IOException {
        Files.delete(logOf(file));
        refused("missing");
    }

    @Test
    void refusesALedgerThatIsGoneAndMakesNoNewOne() throws IOException {
        Files.delete(logOf(file));
        Files.delete(file);
        refused("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAnotherChain() throws IOException {
        Path other = folder.resolve("other.db");
        try (Embedded embedded = Embedded.open(other)) {
            for (int i = 0; i < 12; i++) {
                embedded.append(one("other " + i, "x", i));
            }
        }
        Files.delete(logOf(file));
        Files.delete(file);
        Files.copy(other, file);
        refused("is not the one that was acknowledged");
    }

    @Test
    void refusesAnEndThatWasAlteredAndVouchesForNothing() throws SQLException, IOException {
        Files.delete(Anchor.fileOf(file));
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("UPDATE events SET payload = x'00' WHERE position = 4");
        }
        refused("Commit 5");
        assertThat(Anchor.fileOf(file)).doesNotExist();
    }

    @Test
    void refusesAnAnchorThatCannotBeRead() throws IOException {
        Files.writeString(Anchor.fileOf(file), "nonsense");
        refused("anchor file");
    }

    /** As a loss of power leaves it. */
    @Test
    void startsWithAnAnchorThatSaysNothing() throws IOException {
        for (int size : new int[] {0, 320}) {
            Files.write(Anchor.fileOf(file), new byte[size]);
            try (Embedded embedded = Embedded.open(file)) {
                assertThat(anchored()).isEqualTo(embedded.verified().number());
            }
        }
    }

    @Test
    void writesAMissingAnchorAnew() throws IOException {
        Files.delete(Anchor.fileOf(file));
        try (Embedded embedded = Embedded.open(file)) {
            assertThat(anchored()).isEqualTo(embedded.verified().number());
        }
    }

    @Test
    void followsTheLedgerWhileItRuns() {
        try (Embedded embedded = Embedded.open(file)) {
            embedded.append(one("eleventh", "x", 10));
            Await.until("anchor of commit 11", () -> anchored() >= 11);
            assertThat(Anchor.read(file).orElseThrow().chain())
                    .isEqualTo(embedded.ledger.reader().tail().chain());
        }
    }

    private long anchored() {
        return Anchor.read(file).map(Anchor::number).orElse(0L);
    }

    private void refused(String... words) {
        assertThatExceptionOfType(LedgerException.Damaged.class)
                .isThrownBy(() -> Embedded.open(file).close())
                .withMessageContainingAll(words);
    }

    private void cutLog() throws IOException {
        try (FileChannel log = FileChannel.open(logOf(file), StandardOpenOption.WRITE)) {
            log.truncate(log.size() - log.size() / 4);
        }
    }

    private static Path logOf(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + "-wal");
    }
}
