package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.Samples.NOW;

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
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;

/**
 * Rounds in which 64 threads send a command each at once; then what was decided is read in the order of the ledger. Which of
 * them are accepted is the schedule's affair: what must hold is each rule, and that each command became one commit or none.
 */
public final class Race {

    public static final int THREADS = 64;
    public static final String REFUSED = "refused";
    public static final String LOST = "lost a race";

    private final int rounds;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final CyclicBarrier together = new CyclicBarrier(THREADS);

    /** What a thread sends in a round. */
    @FunctionalInterface
    public interface Entrants {

        Command command(int thread, int round);
    }

    public Race(int rounds) {
        this.rounds = rounds;
    }

    /** How often each kind of command was accepted, and how often one was refused or lost. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** As the other, keeping the {@link ReferenceModel}. */
    void run(Consumer<Scenario> prepare, Entrants entrants) throws InterruptedException, ExecutionException {
        ReferenceModel reference = new ReferenceModel();
        run(prepare, entrants, commits -> commits.forEach(reference::commit));
    }

    /** @param audit looks at the events of each commit, in their order */
    public void run(Consumer<Scenario> prepare, Entrants entrants, Consumer<List<List<DomainEvent>>> audit)
            throws InterruptedException, ExecutionException {
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            Scenario scenario =
                    new Scenario(clock, DefaultPolicy.standard(), ledger -> draft -> written(writer, ledger, draft));
            prepare.accept(scenario);
            long prepared = scenario.ledger().tail().number();
            race(scenario, entrants);
            audit.accept(scenario.ledger().commits(1, Integer.MAX_VALUE).stream()
                    .map(scenario::decoded)
                    .toList());
            assertThat(ChainVerifier.verify(scenario.ledger()))
                    .isEqualTo(scenario.ledger().tail());
            int sent = outcomes.values().stream().mapToInt(Integer::intValue).sum() - count(LOST);
            assertThat(sent).isEqualTo(THREADS * rounds);
            assertThat(scenario.ledger().tail().number() - prepared)
                    .as("commits, one for each that was accepted")
                    .isEqualTo(sent - count(REFUSED));
        }
    }

    private void race(Scenario scenario, Entrants entrants) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> run(scenario, entrants, thread)))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private Void run(Scenario scenario, Entrants entrants, int thread)
            throws InterruptedException, BrokenBarrierException {
        for (int round = 0; round < rounds; round++) {
            together.await();
            outcomes.merge(outcome(scenario, entrants.command(thread, round)), 1, Integer::sum);
        }
        return null;
    }

    /** What the command did, tried again for as long as it loses races. */
    private String outcome(Scenario scenario, Command command) {
        while (true) {
            try {
                scenario.send(command);
                return command.getClass().getSimpleName();
            } catch (RuleViolatedException e) {
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
