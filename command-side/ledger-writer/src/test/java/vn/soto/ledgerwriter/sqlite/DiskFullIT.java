package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StreamPosition;
import vn.soto.testkit.Drafts;

/** On a file system of 3 MB; needs the right to mount one. */
@Tag("processes")
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
