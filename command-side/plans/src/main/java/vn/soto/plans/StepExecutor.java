package vn.soto.plans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandGateway;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.ConflictException;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.domain.plan.InternalPlanCommand.RecordProgress;
import vn.soto.domain.plan.InternalPlanCommand.StartPlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerException;
import vn.soto.plans.StepCommits.Place;

/**
 * Runs the steps of one plan: sends their commands as the plan's proposer. Transient failures are retried until the run
 * is halted; every other failure is an outcome.
 */
final class StepExecutor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StepExecutor.class);
    private static final long FIRST_PAUSE_NANOS = 5_000_000;
    private static final int LONGEST_PAUSE_DOUBLINGS = 8;

    private final CommandGateway gateway;
    private final StepCodec steps;
    private final AlreadyRecorded alreadyRecorded;
    private final StepCommits commits;
    private final Optional<PresentReversal> reversal;
    private final Supplier<UUID> ids;
    private final BooleanSupplier halted;
    private final RowTrials trials;
    private final PlanState state;
    private final PlanId plan;
    private final String actor;
    private final String causation;
    private final CommandSender sender;

    /**
     * @param ids     ids of the commands that start the plan and record its progress
     * @param dryRuns starts a dry run in the name of an account
     */
    StepExecutor(
            CommandGateway gateway,
            PlanReader reader,
            StepCodec steps,
            AlreadyRecorded alreadyRecorded,
            Supplier<UUID> ids,
            BooleanSupplier halted,
            Function<String, DryRun> dryRuns,
            PlanState state) {
        this.gateway = gateway;
        this.steps = steps;
        this.alreadyRecorded = alreadyRecorded;
        this.commits = new StepCommits(reader, state);
        this.reversal = PresentReversal.of(reader, state);
        this.ids = ids;
        this.halted = halted;
        this.sender = PlanSender.of(reader, state);
        this.trials =
                new RowTrials(() -> dryRuns.apply(state.submitted.proposer()).restingOn(sender), alreadyRecorded);
        this.state = state;
        this.plan = state.submitted.plan();
        this.actor = state.submitted.proposer();
        this.causation = reader.submission(state).toString();
    }

    /** The run was halted before the commit was recorded. */
    static final class HaltedException extends RuntimeException {
        HaltedException() {
            super("halted", null, false, false);
        }
    }

    void start() {
        send(ids.get(), new StartPlan(plan), CommandSender.PRODUCT);
    }

    void record(RecordProgress progress) {
        send(ids.get(), progress, CommandSender.PRODUCT);
    }

    /** A step with its index in the plan, and the salt of its part. */
    record Placed(int index, PlanStep step, @Nullable String salt) {}

    /**
     * Prepares steps to be carried out in this order, those of one row of a file or a single one. Of a row, all are
     * carried out or all are refused.
     */
    List<PreparedStep> prepare(List<Placed> row) {
        List<Optional<Command>> commands =
                row.stream().map(placed -> command(placed)).toList();
        RowTrials.RowTrial trial = trials.new RowTrial(commands);
        return IntStream.range(0, row.size())
                .mapToObj(place -> prepare(row, place, commands.get(place), trial))
                .toList();
    }

    private Optional<Command> command(Placed placed) {
        try {
            return placed.step.command() == null
                    ? Optional.empty()
                    : Optional.of(steps.command(placed.step)).map(this::present);
        } catch (IllegalArgumentException e) {
            LOG.warn("step {} of plan {} cannot be read", placed.index, plan, e);
            return Optional.empty();
        }
    }

    private Command present(Command planned) {
        return reversal.map(known -> known.of(planned)).orElse(planned);
    }

    private PreparedStep prepare(List<Placed> row, int place, Optional<Command> command, RowTrials.RowTrial trial) {
        int index = row.get(place).index;
        PlanStep step = row.get(place).step;
        UUID id = StepIds.step(plan, row.get(place).salt, index);
        return command.map(known -> new PreparedStep(
                        known,
                        () -> take(index, step, known, id, () -> {
                            if (row.size() > 1) {
                                trial.refused().ifPresent(refused -> refuse(step, refused, place));
                            }
                        })))
                .orElseGet(() -> new PreparedStep(
                        null,
                        () -> step.command() == null
                                ? refused(index, step, step.content().split(" ", 3))
                                : refused(index, step, PlanRule.STEP_CAN_BE_READ)));
    }

    private static void refuse(PlanStep step, RowTrials.FirstRefusal refused, int place) {
        if (refused.command() == place && refused.cause() != null) {
            throw refused.cause();
        }
        throw PlanRule.ROW_IS_RECORDED_WHOLE.refused(step.row());
    }

    private StepOutcome take(int index, PlanStep step, Command command, UUID id, Runnable check) {
        try {
            check.run();
            if (isImport()
                    && alreadyRecorded.repeatsLatest(command)
                    && commits.find(id, step).isEmpty()) {
                return new StepOutcome.Repeated();
            }
            return sendOnce(id, step, command)
                    ? new StepOutcome.Done()
                    : refused(index, step, PlanRule.STEP_HAS_AN_ID_OF_ITS_OWN);
        } catch (HaltedException e) {
            return new StepOutcome.NotAttempted();
        } catch (RuleViolatedException e) {
            return answer(e.rule(), id, step, command, refused(index, step, arguments(e)));
        } catch (NotFoundException e) {
            return refused(index, step, PlanRule.STEP_IS_ABOUT_SOMETHING_THAT_EXISTS, e.kind(), e.id());
        } catch (AlreadyExistsException e) {
            return answer(null, id, step, command, refused(index, step, PlanRule.STEP_CREATES_WHAT_DOES_NOT_EXIST_YET));
        } catch (LedgerException.TooLarge e) {
            return refused(index, step, PlanRule.STEP_FITS_INTO_A_COMMIT);
        } catch (LedgerException.CommitDamaged e) {
            LOG.error("step {} of plan {} rests on a damaged commit", index, plan, e);
            return refused(index, step, PlanRule.STEP_IS_HANDLED_WITHOUT_A_FAULT);
        } catch (LedgerException.Damaged e) {
            throw e;
        } catch (EventException.Undecodable e) {
            LOG.error("step {} of plan {} is refused: {}", index, plan, e.getMessage());
            return refused(
                    index,
                    step,
                    PlanRule.STEP_READS_NO_DAMAGED_EVENT,
                    e.aggregate(),
                    String.valueOf(e.commit()),
                    e.event());
        } catch (RuntimeException e) {
            LOG.error("step {} of plan {} failed", index, plan, e);
            return refused(index, step, PlanRule.STEP_IS_HANDLED_WITHOUT_A_FAULT);
        }
    }

    /**
     * A step that an earlier file recorded is a repeat, not a refusal. One that another process recorded meanwhile for
     * this plan is done.
     *
     * @param rule that refused it; absent if none did
     */
    private StepOutcome answer(@Nullable Rule rule, UUID id, PlanStep step, Command command, StepOutcome refused) {
        if (isImport() && commits.find(id, step).isPresent()) {
            return new StepOutcome.Done();
        }
        boolean decidesAlone = rule == PlanRule.ROW_IS_RECORDED_WHOLE || rule instanceof ReachRule;
        return !decidesAlone && isImport() && alreadyRecorded.isRecorded(command)
                ? new StepOutcome.Repeated()
                : refused;
    }

    private boolean isImport() {
        return state.submitted.kind() == PlanKind.IMPORT;
    }

    /**
     * Returns once the step is recorded, now or earlier. If another command has its id, the step takes the next one.
     *
     * @return whether there was an id left
     */
    private boolean sendOnce(UUID id, PlanStep step, Command command) {
        Optional<Place> place = Optional.of(new Place(id, null));
        while (place.isPresent() && place.get().commit() == null) {
            UUID next = place.get().id();
            if (sent(next, command)) {
                return true;
            }
            place = commits.place(next, step);
        }
        return place.isPresent();
    }

    /** Whether the command was recorded by this call; otherwise a command with this id was recorded before. */
    private boolean sent(UUID id, Command command) {
        try {
            return !send(id, command, sender).repeat();
        } catch (CommandIdReusedException e) {
            LOG.debug("the id of a step of plan {} is in use", plan, e);
            return false;
        }
    }

    /** A step that nobody approved is nobody's approval, because its proposer showed no password for it. */
    private CommandOutcome send(UUID id, Command command, CommandSender on) {
        CommandRequest request = new CommandRequest(
                id,
                actor,
                Set.of(),
                plan.correlation(),
                causation,
                CaptureMetadata.none(),
                state.approved,
                state.approver,
                on,
                state.approved ? null : Instant.EPOCH);
        for (int tries = 0; ; tries++) {
            try {
                return gateway.submit(request, command);
            } catch (ConflictException | LedgerException.Unavailable | LedgerException.Uncertain e) {
                if (halted.getAsBoolean()) {
                    throw new HaltedException();
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << Math.min(tries, LONGEST_PAUSE_DOUBLINGS));
            }
        }
    }

    /** Called when no step is being carried out. */
    @Override
    public void close() {
        trials.close();
    }

    private static StepOutcome refused(int index, PlanStep step, PlanRule rule, String... arguments) {
        return new StepOutcome.Refused(new StepRefusal(index, step.row(), rule.name(), List.of(arguments)));
    }

    private static StepOutcome refused(int index, PlanStep step, String... ruleAndArguments) {
        return new StepOutcome.Refused(new StepRefusal(
                index,
                step.row(),
                ruleAndArguments[0],
                Stream.of(ruleAndArguments).skip(1).toList()));
    }

    private static String[] arguments(RuleViolatedException refused) {
        return Stream.concat(
                        Stream.of(refused.rule().name()),
                        refused.arguments().stream().map(String::valueOf))
                .toArray(String[]::new);
    }
}
