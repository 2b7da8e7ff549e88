package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills backups of a ledger that is larger than SQLite's cache of pages, in which the first page is the last one written. */
@Tag("processes")
@Tag("long")
final class KilledBackupIT {

    private static final int LARGE = 64 << 20;

    @TempDir
    private Path data;

    @TempDir
    private Path backups;

    @Test
    void whatItLeftIsRemovedByTheNextUnderAnotherName() throws Exception {
        Path ledger = data.resolve("ledger.sqlite");
        LedgerOnDisk.write(ledger, 300);
        new LedgerOnDisk(ledger).change("UPDATE events SET payload = zeroblob(%d) WHERE position = 1".formatted(LARGE));
        kill(ledger, backups.resolve("monday.sqlite"));
        assertThat(Files.size(backups.resolve("monday.sqlite.unfinished"))).isPositive();

        // The large event is in no leaf: the next backup copies it, finds that and removes its own copy too.
        assertThat(Shell.run("backup", ledger, backups.resolve("tuesday.sqlite"))
                        .exit())
                .isEqualTo(1);

        try (Stream<Path> left = Files.list(backups)) {
            assertThat(left).isEmpty();
        }
    }

    /** Kills the process as soon as it has written something beside the lock. */
    private static void kill(Path ledger, Path backup) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "backup",
                        ledger.toString(),
                        backup.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path copy = backup.resolveSibling(backup.getFileName() + ".unfinished");
        while (process.isAlive() && size(copy) == 0) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        byte[] head = new byte[100];
        try (var content = Files.newInputStream(copy)) {
            assertThat(content.read(head)).isEqualTo(head.length);
        }
        System.out.println("KilledBackupIT: head written: " + !Arrays.equals(head, new byte[head.length]));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
