package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Refused;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;

/**
 * In each round, 64 callers send one command each at once, again for as long as it loses races. As in the product, one thread
 * writes and whoever appends waits, so that others decide meanwhile.
 */
final class Contest {

    static final int CALLERS = 64;
    static final String REFUSED = "refused";
    static final String LOST = "lost a race";

    private final int rounds;
    private final Commands commands;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final CyclicBarrier together = new CyclicBarrier(CALLERS);

    Contest(int rounds, Commands commands) {
        this.rounds = rounds;
        this.commands = commands;
    }

    /** What each caller sends in each round. */
    @FunctionalInterface
    interface Commands {

        Command of(int caller, int round);
    }

    /**
     * Runs all rounds, verifies the ledger and hands its events over in their order.
     *
     * @param given  prepares what the rounds are about
     * @param events looks at what was decided
     * @return how often each command was accepted by simple name, besides {@link #REFUSED} and {@link #LOST}
     */
    Map<String, Integer> run(Consumer<Scenario> given, Consumer<List<DomainEvent>> events)
            throws InterruptedException, ExecutionException {
        try (ExecutorService writer = Executors.newSingleThreadExecutor();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Scenario scenario = new Scenario(
                    Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                    Policy.standard(),
                    ledger -> draft -> written(writer, ledger, draft));
            given.accept(scenario);
            List<Future<Void>> running = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> callers.submit(() -> call(scenario, caller)))
                    .toList();
            for (Future<Void> caller : running) {
                caller.get();
            }
            assertThat(ChainVerifier.verify(scenario.ledger()))
                    .isEqualTo(scenario.ledger().tail());
            events.accept(scenario.ledger().commits(1, Integer.MAX_VALUE).stream()
                    .flatMap(commit -> scenario.decoded(commit).stream())
                    .toList());
        }
        return Map.copyOf(outcomes);
    }

    private Void call(Scenario scenario, int caller) throws InterruptedException, BrokenBarrierException {
        for (int round = 0; round < rounds; round++) {
            together.await();
            outcomes.merge(outcome(scenario, commands.of(caller, round)), 1, Integer::sum);
        }
        return null;
    }

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
