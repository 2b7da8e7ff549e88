package vn.soto.plans;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * Tries the commands of one row of a file together before the first of them is carried out. So a row is recorded whole
 * or not at all. A command is refused alone only because of what somebody records between the trial and the command.
 * Dry runs are used again, because starting one costs more than a row. Thread-safe.
 */
final class RowTrials implements AutoCloseable {

    private final Supplier<DryRun> starts;
    private final AlreadyRecorded alreadyRecorded;
    private final ConcurrentLinkedQueue<DryRun> idle = new ConcurrentLinkedQueue<>();

    /** @param starts starts a dry run in the name of the plan's proposer */
    RowTrials(Supplier<DryRun> starts, AlreadyRecorded alreadyRecorded) {
        this.starts = starts;
        this.alreadyRecorded = alreadyRecorded;
    }

    /**
     * The first refusal of a row.
     *
     * @param command its index in the row
     * @param cause   absent if there is no command to carry out
     */
    record FirstRefusal(int command, @Nullable RuntimeException cause) {}

    /** One row, which is tried when its first step is about to be carried out; an empty command is refused in any case. */
    final class RowTrial {

        private final List<Optional<Command>> commands;
        private Optional<FirstRefusal> refused = Optional.empty();
        private boolean tried;

        RowTrial(List<Optional<Command>> commands) {
            this.commands = List.copyOf(commands);
        }

        synchronized Optional<FirstRefusal> refused() {
            if (!tried) {
                refused = tried(commands);
                tried = true;
            }
            return refused;
        }
    }

    private Optional<FirstRefusal> tried(List<Optional<Command>> commands) {
        DryRun known = idle.poll();
        DryRun dryRun = known == null ? starts.get() : known;
        try {
            dryRun.renew();
            for (int i = 0; i < commands.size(); i++) {
                Optional<Command> command = commands.get(i);
                Optional<RuntimeException> cause = command.flatMap(each -> refusal(dryRun, each));
                if (command.isEmpty() || cause.isPresent()) {
                    return Optional.of(new FirstRefusal(i, cause.isPresent() ? cause.get() : null));
                }
            }
            return Optional.empty();
        } finally {
            idle.add(dryRun);
        }
    }

    private Optional<RuntimeException> refusal(DryRun dryRun, Command command) {
        try {
            var _ = dryRun.send(command, true);
            return Optional.empty();
        } catch (RuleViolatedException | AlreadyExistsException e) {
            return isRepeat(command, e) ? Optional.empty() : Optional.of(e);
        } catch (NotFoundException e) {
            return Optional.of(e);
        }
    }

    /** Things out of the proposer's reach are refused, whether recorded or not. */
    private boolean isRepeat(Command command, RuntimeException cause) {
        boolean denied = cause instanceof RuleViolatedException refused && refused.rule() instanceof ReachRule;
        return !denied && alreadyRecorded.isRecorded(command);
    }

    @Override
    public void close() {
        idle.forEach(DryRun::close);
    }
}
