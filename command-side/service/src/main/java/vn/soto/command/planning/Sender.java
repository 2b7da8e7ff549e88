package vn.soto.command.planning;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.desk.AlreadyExists;
import vn.soto.command.desk.Capture;
import vn.soto.command.desk.CommandDesk;
import vn.soto.command.desk.CommandIdReused;
import vn.soto.command.desk.LostRace;
import vn.soto.command.desk.Submission;
import vn.soto.command.plan.PlanRule;
import vn.soto.command.plan.PlanWork.RecordProgress;
import vn.soto.command.plan.PlanWork.StartPlan;
import vn.soto.command.shared.Absent;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Refused;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.Refusal;
import vn.soto.ledger.LedgerException;

/**
 * Sends the commands of one plan in the name of who submitted it. What may succeed later is tried again until it is told to
 * halt; everything else is an answer.
 */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final long FIRST_PAUSE_NANOS = 5_000_000;
    private static final int LONGEST_PAUSE_DOUBLINGS = 8;

    private final CommandDesk desk;
    private final StepCodec steps;
    private final AlreadySo alreadySo;
    private final BooleanSupplier halted;
    private final Standing standing;
    private final PlanId plan;
    private final String actor;
    private final String causation;

    Sender(CommandDesk desk, StepCodec steps, AlreadySo alreadySo, BooleanSupplier halted, Standing standing) {
        this.desk = desk;
        this.steps = steps;
        this.alreadySo = alreadySo;
        this.halted = halted;
        this.standing = standing;
        this.plan = standing.submitted.plan();
        this.actor = standing.submitted.proposer();
        this.causation = StepIds.submission(plan).toString();
    }

    /** Whoever carries the plan out was told to halt before this could be recorded. */
    static final class Halted extends RuntimeException {
        Halted() {
            super("halted", null, false, false);
        }
    }

    void start() {
        send(StepIds.start(plan), new StartPlan(plan));
        standing.events++;
    }

    void record(RecordProgress progress) {
        send(StepIds.progress(plan, standing.events), progress);
        standing.events++;
    }

    Prepared prepare(int index, PlanStep step) {
        if (step.command() == null) {
            return new Prepared(null, () -> refused(index, step, step.content().split(" ", 2)));
        }
        try {
            Command command = steps.command(step);
            return new Prepared(command, () -> take(index, step, command));
        } catch (IllegalArgumentException e) {
            LOG.warn("step {} of plan {} cannot be read", index, plan, e);
            return new Prepared(null, () -> refused(index, step, PlanRule.STEP_CAN_BE_READ));
        }
    }

    private Taking take(int index, PlanStep step, Command command) {
        UUID id = StepIds.step(plan, index);
        try {
            if (isImport() && alreadySo.isSaidAgain(command) && !alreadySo.isRecorded(id)) {
                return Taking.Repeated.REPEATED;
            }
            send(id, command);
            return Taking.Done.DONE;
        } catch (Halted e) {
            return Taking.Not.TAKEN;
        } catch (Refused e) {
            return answer(command, refused(index, step, arguments(e)));
        } catch (Absent e) {
            return refused(index, step, PlanRule.STEP_IS_ABOUT_SOMETHING_THAT_EXISTS, e.kind(), e.id());
        } catch (AlreadyExists e) {
            return answer(command, refused(index, step, PlanRule.STEP_CREATES_WHAT_DOES_NOT_EXIST_YET));
        } catch (CommandIdReused e) {
            return refused(index, step, PlanRule.STEP_HAS_AN_ID_OF_ITS_OWN);
        } catch (LedgerException.TooLarge e) {
            return refused(index, step, PlanRule.STEP_FITS_INTO_A_COMMIT);
        } catch (LedgerException.Damaged e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("step {} of plan {} failed", index, plan, e);
            return refused(index, step, PlanRule.STEP_IS_HANDLED_WITHOUT_A_FAULT);
        }
    }

    /** A row that an earlier file brought in is no mistake. */
    private Taking answer(Command command, Taking refused) {
        return isImport() && alreadySo.holds(command) ? Taking.Repeated.REPEATED : refused;
    }

    private boolean isImport() {
        return standing.submitted.kind() == PlanKind.IMPORT;
    }

    private void send(UUID id, Command command) {
        Submission submission = new Submission(
                id, command, actor, PlanDesk.correlation(plan), Capture.none(), causation, standing.approved);
        for (int tries = 0; ; tries++) {
            try {
                desk.submit(submission);
                return;
            } catch (LostRace | LedgerException.Unavailable | LedgerException.Uncertain e) {
                if (halted.getAsBoolean()) {
                    throw new Halted();
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << Math.min(tries, LONGEST_PAUSE_DOUBLINGS));
            }
        }
    }

    private static Taking refused(int index, PlanStep step, PlanRule rule, String... arguments) {
        return new Taking.Refused(new Refusal(index, step.row(), rule.name(), List.of(arguments)));
    }

    private static Taking refused(int index, PlanStep step, String... ruleAndArguments) {
        return new Taking.Refused(new Refusal(
                index,
                step.row(),
                ruleAndArguments[0],
                Stream.of(ruleAndArguments).skip(1).toList()));
    }

    private static String[] arguments(Refused refused) {
        return Stream.concat(
                        Stream.of(refused.rule().name()),
                        refused.arguments().stream().map(String::valueOf))
                .toArray(String[]::new);
    }
}
