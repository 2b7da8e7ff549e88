package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.WriteFault;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.RecordedLog;

/** On a file system of 3 MB; needs the right to mount one. */
@Tag("processes")
@Isolated("listens to the log of everybody")
final class DiskFullIT {

    private static final int BODY = 50_000;

    @TempDir
    Path folder;

    @BeforeEach
    void mount() throws InterruptedException {
        try {
            int exit = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString());
            Assumptions.assumeTrue(exit == 0, "SKIPPED: no right to mount a small file system");
        } catch (IOException e) {
            Assumptions.abort("SKIPPED: there is no mount command");
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    @Test
    void refusesAppendsReadsOnAndRecovers() throws IOException {
        Path ballast = Files.write(folder.resolve("ballast"), new byte[700_000]);
        try (Embedded embedded = Embedded.open(folder.resolve("ledger.db"))) {
            long acknowledged = fill(embedded);
            assertThat(acknowledged).isPositive();
            for (int again = 0; again < 3; again++) {
                assertThatExceptionOfType(LedgerException.Unavailable.class)
                        .isThrownBy(() -> embedded.append(large(acknowledged)));
            }
            assertThat(embedded.verified().number()).isEqualTo(acknowledged);

            Files.delete(ballast);
            assertThat(embedded.append(large(acknowledged)).number()).isEqualTo(acknowledged + 1);
            assertThat(embedded.verified().number()).isEqualTo(acknowledged + 1);
        }
    }

    @Test
    void saysSoInOneLineAndFindsTheSpaceThatIsFreedByItself() throws IOException {
        Path ballast = Files.write(folder.resolve("ballast"), new byte[700_000]);
        try (RecordedLog log = RecordedLog.from(Level.INFO);
                Embedded embedded = Embedded.watched(folder.resolve("ledger.db"), Clock.systemUTC(), Durability.REAL)) {
            long acknowledged = fill(embedded);
            for (int again = 0; again < 20; again++) {
                assertThatExceptionOfType(LedgerException.Unavailable.class)
                        .isThrownBy(() -> embedded.append(large(acknowledged)))
                        .satisfies(refused -> assertThat(refused.fault()).contains(WriteFault.DISK_FULL));
            }
            assertThat(embedded.ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.refused()).isEqualTo(21));
            assertThat(lines(log))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("đã đầy", "is full", "SQLITE_FULL");

            Files.delete(ballast);
            embedded.awaitNoTrouble();
            assertThat(lines(log))
                    .hasSize(2)
                    .last(InstanceOfAssertFactories.STRING)
                    .contains("refused for it: 21");
            assertThat(embedded.append(large(acknowledged)).number()).isEqualTo(acknowledged + 1);
        }
    }

    private static List<String> lines(RecordedLog log) {
        return log.events().stream()
                .filter(event -> event.getLoggerName().startsWith("vn.soto.ledger"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aStartNamesTheDisk() throws IOException {
        Path file = folder.resolve("ledger.db");
        Embedded.open(file).close();
        fillWithNothing();
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> Embedded.open(file))
                .withMessageContainingAll(file.toString(), "đã đầy", "is full")
                .satisfies(refused -> assertThat(refused.fault()).contains(WriteFault.DISK_FULL));
    }

    private void fillWithNothing() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
            while (true) {
                ballast.write(new byte[1024]);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(folder).getUsableSpace()).isLessThan(4096);
        }
    }

    /** Appends until the disk is full; the number of appends that were acknowledged. */
    private static long fill(Embedded embedded) {
        long sequence = 0;
        try {
            while (sequence < 1_000) {
                embedded.append(large(sequence));
                sequence++;
            }
        } catch (LedgerException.Unavailable full) {
            return sequence;
        }
        throw new AssertionError("the disk did not fill");
    }

    private static Draft large(long sequence) {
        return draft("large " + sequence)
                .event(new StreamPosition("sample", "x", sequence), Drafts.EVENT_TIME, new byte[BODY])
                .build();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
