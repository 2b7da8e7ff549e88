package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.sqlite.ChildProcess.Acknowledged;

/** Kills a process that appends from eight threads, again and again, on one file. */
@Tag("processes")
final class KilledProcessIT {

    private static final int CYCLES = Boolean.getBoolean("soto.long") ? 20 : 1;
    private static final int CALLERS = 8;
    private static final int UNTIL_KILLED = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedAndRepeatsNothing() throws IOException, InterruptedException {
        long seed = Long.getLong("soto.seed", System.nanoTime());
        System.out.println("KilledProcessIT: -Dsoto.seed=" + seed);
        Random random = new Random(seed);
        Path file = folder.resolve("ledger.db");
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged.addAll(killedAfter(1 + random.nextInt(400), file, "cycle " + cycle));
        }
        System.out.println(
                "KilledProcessIT: " + acknowledged.size() + " appends acknowledged in " + CYCLES + " cycles");
        try (Embedded embedded = Embedded.open(file)) {
            Tail tail = embedded.verified();
            List<Commit> stored = all(embedded);
            assertThat(stored).hasSize((int) tail.number());
            assertThat(commands(stored)).as("each command once").hasSize(stored.size());
            assertThat(acknowledged).hasSizeGreaterThan(CYCLES).allSatisfy(one -> {
                Commit commit = stored.get((int) one.number() - 1);
                assertThat(command(commit)).isEqualTo(one.command());
            });
        }
    }

    /**
     * The commits that the child acknowledged; it may have been killed in the middle of a line, of a COMMIT, or of
     * recovery.
     */
    private static List<Acknowledged> killedAfter(int lines, Path file, String run)
            throws IOException, InterruptedException {
        Process child = ChildProcess.start(List.of(), file, run, CALLERS, UNTIL_KILLED);
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                printed.add(line);
                if (printed.size() == lines) {
                    child.toHandle().destroyForcibly(); // the handle leaves the pipe open
                }
            }
        }
        child.waitFor();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(lines);
        return Acknowledged.in(printed);
    }

    private static List<Commit> all(Embedded embedded) {
        List<Commit> all = new ArrayList<>();
        var reader = embedded.ledger.reader();
        for (var page = reader.commits(1, 1000); !page.isEmpty(); page = reader.commits(all.size() + 1L, 1000)) {
            all.addAll(page);
        }
        return all;
    }

    private static Set<UUID> commands(List<Commit> commits) {
        Set<UUID> commands = new HashSet<>();
        commits.forEach(commit -> commands.add(command(commit)));
        return commands;
    }

    private static UUID command(Commit commit) {
        return ((Origin.Command) commit.origin()).id();
    }
}
