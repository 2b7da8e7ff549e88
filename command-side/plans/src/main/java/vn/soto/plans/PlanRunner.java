package vn.soto.plans;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.ledger.Commit;

/**
 * Runs the open plans in the active writer, each plan on its own thread. All state is in the ledger: after any stop,
 * this or another process resumes the plans from their recorded progress.
 */
public final class PlanRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;

    private final CommandGateway gateway;
    private final PlanReader reader;
    private final PlanService plans;
    private final StepCodec steps;
    private final Supplier<UUID> ids;
    private final BooleanSupplier writing;
    private final AlreadyRecorded alreadyRecorded;
    private final Function<String, DryRun> dryRuns;
    private final KeyedExecutor executor;
    private final ConflictKeys conflictKeys = new ConflictKeys();
    private final Semaphore wakeUp = new Semaphore(0);
    private final Map<PlanId, Work> working = new ConcurrentHashMap<>();
    private final PlanPauses pauses = new PlanPauses();
    private final Thread watch = Thread.ofPlatform().name("plans").daemon().unstarted(this::watch);
    private volatile boolean closing;

    private PlanRunner(
            CommandGateway gateway,
            PlanReader reader,
            PlanService plans,
            StepCodec steps,
            Supplier<UUID> ids,
            BooleanSupplier writing,
            Function<String, DryRun> dryRuns,
            int width) {
        this.dryRuns = dryRuns;
        this.gateway = gateway;
        this.reader = reader;
        this.plans = plans;
        this.steps = steps;
        this.ids = ids;
        this.writing = writing;
        this.alreadyRecorded = new AlreadyRecorded(reader, steps);
        this.executor = new KeyedExecutor("plan-step-", width);
    }

    /**
     * @param writing whether this process is the active writer
     * @param width   maximum number of concurrent steps over all plans
     */
    public static PlanRunner start(CommandSide side, StepCodec steps, BooleanSupplier writing, int width) {
        PlanReader reader = new PlanReader(side.ledger(), side.codec());
        PlanService plans = PlanService.over(side, steps);
        PlanRunner runner = new PlanRunner(
                side.gateway(),
                reader,
                plans,
                steps,
                UuidV7.system(),
                writing,
                actor -> DryRun.over(side, actor),
                width);
        side.addCommitListener(runner::onCommitted);
        runner.watch.start();
        return runner;
    }

    private void onCommitted(List<Commit> commits) {
        if (commits.stream()
                .flatMap(commit -> commit.events().stream())
                .anyMatch(event ->
                        event.aggregate() != null && event.aggregate().id().equals(OpenPlans.ID))) {
            wakeUp.release();
        }
    }

    private void watch() {
        while (!closing) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.warn("the open plans could not be read; they are looked for again", e);
            }
            await();
        }
    }

    private void await() {
        try {
            if (wakeUp.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    private void look() {
        List<PlanId> open = writing.getAsBoolean() ? reader.open() : List.of();
        working.forEach((plan, work) -> {
            if (!open.contains(plan)) {
                work.halted = true;
            }
        });
        pauses.look(open);
        for (PlanId plan : open) {
            if (!closing && working.size() < AT_ONCE && !pauses.rests(plan) && !working.containsKey(plan)) {
                begin(plan);
            }
        }
    }

    private void begin(PlanId plan) {
        Work work = new Work(plan);
        working.put(plan, work);
        work.thread.start();
    }

    /** Waits until steps in flight are finished and recorded; starts no further step. */
    @Override
    public void close() {
        closing = true;
        wakeUp.release();
        join(watch);
        working.values().forEach(work -> work.halted = true);
        List.copyOf(working.values()).forEach(work -> join(work.thread));
        executor.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The execution of one plan. */
    private final class Work {

        private final PlanId plan;
        private final Thread thread;
        private volatile boolean halted;

        Work(PlanId plan) {
            this.plan = plan;
            this.thread = Thread.ofPlatform().name("plan-" + plan).daemon().unstarted(this::run);
        }

        private void run() {
            OptionalLong before = OptionalLong.empty();
            try {
                before = head();
                reader.state(plan).ifPresent(this::goOn);
            } catch (StepExecutor.HaltedException e) {
                LOG.debug("plan {} halts", plan);
            } catch (RuleViolatedException | CommandIdReusedException e) {
                // The plan was paused or ended, or another process took over; a later look reads its state from the
                // ledger.
                LOG.debug("plan {} has moved on", plan, e);
            } catch (RuntimeException e) {
                LOG.error("plan {} failed; it is tried again later", plan, e);
            } finally {
                halted = true;
                pauses.ran(plan, hasEventsSince(before));
                working.remove(plan);
                wakeUp.release();
            }
        }

        private OptionalLong head() {
            return reader.ledger().head(PlanEvent.idOf(plan));
        }

        private boolean hasEventsSince(OptionalLong before) {
            try {
                return !head().equals(before);
            } catch (RuntimeException e) {
                LOG.debug("whether plan {} went on cannot be read", plan, e);
                return false;
            }
        }

        private void goOn(PlanState state) {
            if (state.reversedBy != null) {
                new PlanReversal(reader, plans, state).plan();
                return;
            }
            try (StepExecutor stepExecutor =
                    new StepExecutor(gateway, reader, steps, alreadyRecorded, ids, () -> halted, dryRuns, state)) {
                if (state.ready) {
                    stepExecutor.start();
                    state.ready = false;
                    state.running = true;
                    state.run = 1;
                }
                if (state.running) {
                    new PlanRun(reader, stepExecutor, executor, conflictKeys, () -> halted, state).run();
                }
            }
        }
    }
}
