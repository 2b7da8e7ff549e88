package vn.soto.command;

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
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Refused;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;

/** In each round, 64 threads at once send a command each, and again for as long as it loses races. */
final class Race {

    static final int THREADS = 64;
    static final int ROUNDS = 20;
    static final String REFUSED = "refused";
    static final String LOST = "lost a race";

    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final CyclicBarrier together = new CyclicBarrier(THREADS);
    private final Commands commands;

    private Race(Commands commands) {
        this.commands = commands;
    }

    @FunctionalInterface
    interface Commands {

        Command of(int thread, int round);
    }

    /**
     * @param before prepares what they race for
     * @param after  looks at the ledger when they are through
     * @return how many commands of each name were accepted, how many were refused, and how many races were lost
     */
    static Map<String, Integer> run(Consumer<Scenario> before, Commands commands, Consumer<Scenario> after)
            throws InterruptedException, ExecutionException {
        Race race = new Race(commands);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Scenario scenario = new Scenario(
                    Clock.fixed(Samples.NOW, ZoneOffset.UTC),
                    Policy.standard(),
                    ledger -> draft -> written(writer, ledger, draft));
            before.accept(scenario);
            race.start(scenario);
            after.accept(scenario);
        }
        return race.outcomes;
    }

    private void start(Scenario scenario) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> run(scenario, thread)))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private Void run(Scenario scenario, int thread) throws InterruptedException, BrokenBarrierException {
        for (int round = 0; round < ROUNDS; round++) {
            together.await();
            outcomes.merge(outcome(scenario, commands.of(thread, round)), 1, Integer::sum);
        }
        return null;
    }

    /** What the command did, tried again for as long as it loses races. */
    private String outcome(Scenario scenario, Command command) {
        while (true) {
            try {
                scenario.send(command);
                return command.getClass().getSimpleName();
            } catch (Refused e) {
                return REFUSED;
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                outcomes.merge(LOST, 1, Integer::sum);
            }
        }
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
