package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.SampleCommune.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
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
 * Rounds in which 64 threads send one command each concurrently; afterwards the events are checked in ledger order. The
 * accepted commands depend on the schedule. In every schedule all rules hold, and each command becomes one commit or
 * none.
 */
public final class Race {

    public static final int THREADS = 64;
    public static final String REFUSED = "refused";
    public static final String LOST = "lost a race";

    private final int rounds;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final Phaser together = new Phaser(THREADS);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** The commands of the threads. */
    @FunctionalInterface
    public interface Entrants {

        Command command(int thread, int round);
    }

    public Race(int rounds) {
        this.rounds = rounds;
    }

    /** Number of accepted commands by kind, and the numbers of refused commands and of conflicts. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    int count(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Runs the race and checks the commits with a {@link ReferenceModel}. */
    void run(Consumer<Scenario> prepare, Entrants entrants) {
        ReferenceModel reference = new ReferenceModel();
        run(prepare, entrants, commits -> commits.forEach(reference::commit));
    }

    /** @param audit checks the events of each commit, in ledger order */
    public void run(Consumer<Scenario> prepare, Entrants entrants, Consumer<List<List<DomainEvent>>> audit) {
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

    private void race(Scenario scenario, Entrants entrants) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, THREADS).forEach(thread -> threads.execute(() -> run(scenario, entrants, thread)));
        }
        Throwable cause = failure.get();
        if (cause != null) {
            throw new AssertionError("A thread failed.", cause);
        }
    }

    /** A thread that fails ends the race, since the others would wait for it without end. */
    private void run(Scenario scenario, Entrants entrants, int thread) {
        try {
            for (int round = 0; round < rounds && together.awaitAdvanceInterruptibly(together.arrive()) >= 0; round++) {
                outcomes.merge(outcome(scenario, entrants.command(thread, round)), 1, Integer::sum);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            together.forceTermination();
        }
    }

    /** The outcome of the command, which is sent again after each conflict. */
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

    /**
     * Appends on the one writer thread while the caller waits, as in the product, so that other threads decide
     * meanwhile.
     */
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
