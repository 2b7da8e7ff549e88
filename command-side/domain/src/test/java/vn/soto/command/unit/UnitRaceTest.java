package vn.soto.command.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.PROVINCE;
import static vn.soto.command.Samples.TODAY;
import static vn.soto.command.Samples.establish;
import static vn.soto.command.Samples.signedOn;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import vn.soto.command.Scenario;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Refused;
import vn.soto.command.unit.UnitCommand.AbolishUnit;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.command.unit.UnitCommand.MergeUnits;
import vn.soto.command.unit.UnitCommand.RenameUnit;
import vn.soto.command.unit.UnitCommand.SplitUnit;
import vn.soto.command.unit.UnitCommand.UndoUnitChange;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.testkit.Seeds;

/**
 * In each round, 64 threads at once merge six wards into each other, split, rename, end and undo, on few days and with few
 * names. Read in the order of the ledger, no name had two holders and no unit was its own ancestor.
 */
final class UnitRaceTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 12;
    private static final int WARDS = 6;
    private static final String REFUSED = "refused";
    private static final String LOST = "lost a race";

    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final CyclicBarrier together = new CyclicBarrier(THREADS);

    @Test
    void letsNoNameHaveTwoHoldersAndNoUnitSucceedItself() {
        Seeds.each(1, this::race);

        assertThat(outcomes)
                .containsKeys(
                        "MergeUnits", "SplitUnit", "RenameUnit", "EstablishUnit", "UndoUnitChange", REFUSED, LOST);
        outcomes.remove(LOST);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(THREADS * ROUNDS);
    }

    private void race(long seed) {
        try (ExecutorService writer = Executors.newSingleThreadExecutor();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Scenario scenario = new Scenario(
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    Policy.standard(),
                    ledger -> draft -> written(writer, ledger, draft));
            scenario.given(establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null));
            for (int round = 0; round < ROUNDS; round++) {
                for (int ward = 0; ward < WARDS; ward++) {
                    scenario.given(establish(ward(round, ward), UnitKind.WARD, round + "-" + ward, "25747", PROVINCE));
                }
            }
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> run(scenario, thread, seed)))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
            audit(scenario);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Void run(Scenario scenario, int thread, long seed) throws InterruptedException, BrokenBarrierException {
        Random random = new Random(seed + thread);
        for (int round = 0; round < ROUNDS; round++) {
            together.await();
            outcomes.merge(outcome(scenario, command(thread, round, random)), 1, Integer::sum);
        }
        return null;
    }

    private static Command command(int thread, int round, Random random) {
        int first = random.nextInt(WARDS);
        UnitId unit = ward(round, first);
        UnitId other = ward(round, (first + 1 + random.nextInt(WARDS - 1)) % WARDS);
        LocalDate day = TODAY.minusDays(random.nextInt(4));
        String name = "Tên " + round + random.nextInt(3);
        return switch (thread % 8) {
            case 0 -> new SplitUnit(unit, List.of(other, ward(round, 0), ward(round, 1)), signedOn(TODAY), day);
            case 1, 2 -> new RenameUnit(unit, name, signedOn(TODAY), day);
            case 3 ->
                new EstablishUnit(
                        new UnitId("n-" + thread + "-" + round),
                        UnitKind.WARD,
                        name,
                        "25747",
                        PROVINCE,
                        signedOn(TODAY),
                        day);
            case 4 ->
                new UndoUnitChange(
                        unit, random.nextBoolean() ? UnitChange.MERGED : UnitChange.RENAMED, day, "Nhầm rồi");
            case 5 -> thread == 5 ? new AbolishUnit(unit, signedOn(TODAY), day) : merge(unit, other, day);
            default -> merge(unit, other, day);
        };
    }

    private static MergeUnits merge(UnitId unit, UnitId other, LocalDate day) {
        return new MergeUnits(unit, List.of(other), signedOn(TODAY), day);
    }

    private static UnitId ward(int round, int number) {
        return new UnitId("w-" + round + "-" + number);
    }

    /** What the command did, tried again for as long as it loses races. */
    private String outcome(Scenario scenario, Command command) {
        while (true) {
            try {
                scenario.send(command);
                return command.getClass().getSimpleName();
            } catch (Refused e) {
                return REFUSED;
            } catch (ConcurrencyException e) {
                outcomes.merge(LOST, 1, Integer::sum);
            }
        }
    }

    private static void audit(Scenario scenario) {
        UnitBooks books = new UnitBooks();
        scenario.ledger().commits(1, Integer.MAX_VALUE).forEach(commit -> books.commit(scenario.decoded(commit)));
        assertThat(ChainVerifier.verify(scenario.ledger()))
                .isEqualTo(scenario.ledger().tail());
    }

    /** As in the product, one thread writes and whoever appends waits, so that others decide meanwhile. */
    private static Commit written(ExecutorService writer, LedgerAppender ledger, Draft draft) {
        try {
            return writer.submit(() -> ledger.append(draft)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
