package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;
import vn.soto.testkit.Seeds;

/**
 * A loss of power at any moment of a writer's life, in 5 states of its files, or 200 with {@code -Dsoto.long=true}.
 * The states are made of the writes and syncs that strace records. The library that {@code faults.c} makes would need a
 * C compiler, strace is there already. Each state starts, is sound, holds every commit that a caller was told of, and a
 * key for each commit that it holds.
 */
@Tag("processes")
final class PowerLossIT {

    private static final int STATES = Boolean.getBoolean("soto.long") ? 200 : 3;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedCommitIsThereWheneverThePowerIsLost() throws IOException, InterruptedException {
        SyncIT.assumeStrace();
        Path data = Files.createDirectory(folder.resolve("data")).toRealPath();
        Path calls = folder.resolve("calls");
        Process child = ChildProcess.start(
                RecordedDisk.strace(calls), data.resolve("ledger.db"), ChildProcess.WITH_KEYS, 4, 12);
        assertThat(child.inputReader().readAllLines()).hasSize(49);
        assertThat(child.waitFor()).isZero();
        RecordedDisk disk = new RecordedDisk(calls, data);
        assertThat(disk.moments()).isGreaterThan(200);

        long[] most = {0};
        Seeds.each(STATES, seed -> {
            Random random = new Random(seed);
            try {
                Path state = Files.createTempDirectory(folder, "state");
                long acknowledged = disk.restore(random.nextInt(disk.moments() + 1), random, state);
                try (Embedded embedded = Embedded.open(state.resolve("ledger.db"))) {
                    assertThat(embedded.verified().number()).isGreaterThanOrEqualTo(acknowledged);
                    assertKeysOf(embedded.ledger.reader(), state.resolve("keys.sqlite"));
                }
                most[0] = Math.max(most[0], acknowledged);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(most[0]).as("acknowledged before one of the losses").isPositive();
    }

    private static void assertKeysOf(LedgerReader ledger, Path file) {
        Set<Subject> recorded = ledger.commits(1, 100).stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> Objects.requireNonNull(event.aggregate()))
                .map(stream -> ChildProcess.subject(stream.id(), stream.sequence()))
                .collect(Collectors.toSet());
        // A start refuses a store that lacks a key which its anchor names.
        SqliteSubjectKeys.open(file, Clock.systemUTC()).close();
        try (SqliteSubjectKeyReader keys = SqliteSubjectKeyReader.open(file)) {
            assertThat(keys.find(recorded))
                    .containsOnlyKeys(recorded)
                    .allSatisfy((subject, key) -> assertThat(key).isInstanceOf(StoredKey.Wrapped.class));
        }
    }
}
