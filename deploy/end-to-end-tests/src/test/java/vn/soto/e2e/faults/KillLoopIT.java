package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;

/**
 * The product is killed again and again while callers register households and record help, and starts on the remains.
 * No acknowledged command is lost, doubled or at another number. {@code -Dsoto.long=true} kills 64 times, and compares
 * the answers at the end with those of a product that folds a copy of the ledger anew. {@code -Dsoto.kills} kills any
 * number of times, {@code -Dsoto.seed} at other moments.
 */
@Tag("processes")
@Tag("long")
@Order(1)
final class KillLoopIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final long SEED = Long.getLong("soto.seed", 20_260_701L);
    private static final int KILLS = Integer.getInteger("soto.kills", LONG ? 64 : 1);
    private static final int MOST_BEFORE_A_KILL = LONG ? 1_640 : 60;
    private static final int TEAMS = LONG ? 6 : 2;
    private static final int CALLERS = LONG ? 24 : 8;
    private static final int STEPS_AFTER_THE_LAST = 4;
    private static final int HOUSEHOLDS_ASKED_FOR = LONG ? 12 : 4;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SampleCommune commune = new SampleCommune(TEAMS, CALLERS / TEAMS);
    private final AcknowledgedCommands acknowledged = new AcknowledgedCommands();
    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();
    private final List<HelpCaller> callers = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostDoubledOrMisnumbered() {
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(new HelpCaller(commune, caller % TEAMS, caller / TEAMS, random.split(), acknowledged, sent));
        }
        Path data = folder.resolve("data");
        try (AllInOne first = AllInOne.start(data, "--soto.demo=false")) {
            for (SentCommand command : commune.founding()) {
                sent.add(command.id());
                command.send(first, acknowledged);
            }
            killAtRandom(first);
        }
        for (int kill = 1; kill < KILLS; kill++) {
            try (AllInOne next = AllInOne.start(data, "--soto.demo=false")) {
                killAtRandom(next);
            }
        }
        AnswerSheet after = afterTheLastKill(data);

        LedgerCopy copy = LedgerCopy.of(data, folder.resolve("copy")).verified();
        acknowledged.assertAreThe(copy.commands(), sent);
        if (LONG) {
            assertAreThoseOfAFreshFold(after, copy.folder());
        }
        System.out.printf(
                "KillLoopIT: seed %d: %d kills, %d acknowledgements of %d commands by %d callers, %d answers%n",
                SEED, KILLS, acknowledged.answers(), acknowledged.commands(), CALLERS, after.size());
    }

    private void assertAreThoseOfAFreshFold(AnswerSheet after, Path copy) {
        try (AllInOne fresh = AllInOne.start(copy, "--soto.demo=false")) {
            fresh.awaitCaughtUp();
            after.assertEquals(answers(fresh));
        }
    }

    private void killAtRandom(AllInOne product) {
        product.address();
        acknowledged.after(1 + random.nextInt(MOST_BEFORE_A_KILL), product::kill);
        together(caller -> caller.workUntilEnd(product));
        assertThat(product.awaitExit()).as("killed").isEqualTo(128 + 9);
    }

    /** Unanswered commands are settled, every repeat is told its commit, and the figures are those of the callers. */
    private AnswerSheet afterTheLastKill(Path data) {
        try (AllInOne last = AllInOne.start(data, "--soto.demo=false")) {
            together(caller -> caller.work(last, STEPS_AFTER_THE_LAST));
            together(caller -> caller.repeat(last));
            last.awaitCaughtUp();
            assertThat(last.get("auditor", "/actuator/health").body()).contains("\"status\":\"UP\"");
            for (int team = 0; team < TEAMS; team++) {
                assertThat(recordedHelp(last, team)).as("help of team %d", team).isEqualTo(helpOf(team));
            }
            return answers(last);
        }
    }

    private long helpOf(int team) {
        return callers.stream()
                .filter(caller -> caller.team() == team)
                .mapToLong(HelpCaller::helped)
                .sum();
    }

    private long recordedHelp(AllInOne product, int team) {
        return product.json("officer", "/api/dashboards/" + commune.hamlet(team) + "?quarter=2024-Q4")
                .at("/answer/total/assistances")
                .asLong();
    }

    private AnswerSheet answers(AllInOne product) {
        List<UUID> households = callers.stream()
                .flatMap(caller -> caller.households().stream().limit(1))
                .limit(HOUSEHOLDS_ASKED_FOR)
                .toList();
        return AnswerSheet.of(product, commune, households, acknowledged.commands() / 2);
    }

    private void together(Consumer<HelpCaller> work) {
        List<Callable<Void>> all = callers.stream()
                .<Callable<Void>>map(caller -> () -> {
                    work.accept(caller);
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
