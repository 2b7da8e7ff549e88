package vn.soto.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.demo.DemoClock;
import vn.soto.demo.DemoLoader;
import vn.soto.demo.DemoScript;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** The ledger of a province: the demo's year, made by its commands with rights and accounts, and copies of it that no rule looks at. */
final class YearLedger {

    /** Commits of the original that all copies have before any goes on: so the work of all lies interleaved. */
    private static final int AT_ONCE = 100;

    private static final int CALLERS = 64;

    /** The folder that Linux keeps in memory. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long BYTES_OF_AN_EVENT = 3_000;

    private static final Pattern OF_A_TEAM = Pattern.compile("demo-(leader|member)-.*");

    private YearLedger() {}

    /** The demo's year, in memory: nothing waits for a disk that it is not written to. */
    static LedgerReader original(BenchmarkRun session) {
        DemoClock clock = new DemoClock();
        Clock before = GenericEventMessage.clock;
        // Axon stamps events by this clock of its own.
        GenericEventMessage.clock = clock;
        MemoryLedger ledger = new MemoryLedger("bench/year", clock);
        try (CommandSide commands = CommandSide.start(
                ledger, ledger, session.codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry())) {
            DemoScript script = new DemoScript();
            DemoLoader loader = new DemoLoader(commands, clock, (done, total, day) -> {});
            loader.load(script.play());
            loader.loadBeforeAccess(script);
            new FirstAdministrator(ledger, ledger, session.codec, session.ids, clock)
                    .record(DemoScript.FIRST_ADMINISTRATOR);
            loader.loadAccess(script);
            MachineCommands machine = new MachineCommands(ledger, ledger, session.codec, session.ids, clock);
            script.confirmed().forEach(machine::confirm);
            return ledger;
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    /**
     * Makes a ledger of so many copies, each aggregate in its order, at the times of the original. It is made in a
     * folder in memory, if there is one with room, and copied then. On a disk, commits of one copy that follow each
     * other would each wait for a sync.
     */
    static void write(LedgerReader original, Path folder, int copies, String origin)
            throws IOException, InterruptedException {
        Path made = Files.isWritable(MEMORY)
                        && Files.getFileStore(MEMORY).getUsableSpace()
                                > BYTES_OF_AN_EVENT * copies * original.tail().next()
                ? Files.createTempDirectory(MEMORY, "soto-year")
                : folder;
        DemoClock clock = new DemoClock();
        try {
            try (SqliteLedger ledger = SqliteStore.open(made, clock, origin)) {
                write(original, ledger.appender(), copies, clock);
            }
            if (!made.equals(folder)) {
                for (Path each : files(made)) {
                    Files.copy(each, folder.resolve(each.getFileName()));
                }
            }
        } finally {
            if (!made.equals(folder)) {
                for (Path each : files(made)) {
                    Files.delete(each);
                }
                Files.delete(made);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void write(LedgerReader original, LedgerAppender appender, int copies, DemoClock clock)
            throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            List<StoredCommit> page = original.read(1, AT_ONCE);
            while (!page.isEmpty()) {
                List<Commit> commits = page.stream().map(Commit.class::cast).toList();
                clock.advanceTo(later(clock.instant(), commits.getLast().at()));
                Collection<List<Commit>> lanes = lanes(commits);
                List<Callable<Void>> each = IntStream.range(0, copies)
                        .mapToObj(YearCopies::new)
                        .flatMap(copy -> lanes.stream().<Callable<Void>>map(lane -> () -> {
                            lane.forEach(commit -> copy.of(commit).ifPresent(appender::append));
                            return null;
                        }))
                        .toList();
                for (Future<Void> written : threads.invokeAll(each)) {
                    written.get();
                }
                page = original.read(page.getLast().number() + 1, AT_ONCE);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the copies could not be written", e.getCause());
        }
    }

    /** Commits of teams that share no aggregate may be written at once; the others, which found them, come one by one. */
    private static Collection<List<Commit>> lanes(List<Commit> commits) {
        if (!commits.stream()
                .allMatch(commit -> OF_A_TEAM.matcher(commit.actor()).matches())) {
            return List.of(commits);
        }
        Map<String, List<Commit>> laneOf = new HashMap<>();
        for (Commit commit : commits) {
            List<Commit> lane = new ArrayList<>(List.of(commit));
            Set<List<Commit>> joined = Collections.newSetFromMap(new IdentityHashMap<>());
            aggregates(commit).flatMap(id -> Stream.ofNullable(laneOf.get(id))).forEach(joined::add);
            joined.forEach(lane::addAll);
            lane.stream().flatMap(YearLedger::aggregates).forEach(id -> laneOf.put(id, lane));
        }
        Set<List<Commit>> lanes = Collections.newSetFromMap(new IdentityHashMap<>());
        lanes.addAll(laneOf.values());
        lanes.forEach(lane -> lane.sort(Comparator.comparingLong(Commit::number)));
        return lanes;
    }

    private static Stream<String> aggregates(Commit commit) {
        return commit.events().stream()
                .flatMap(event -> Stream.ofNullable(event.aggregate()))
                .map(StreamPosition::id);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
