package vn.soto.command.batch;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.web.HeavyWork;

/**
 * Runs the commands of a batch, each as its own commit. A failed line does not stop the others, with two exceptions.
 * Once the ledger is not writable, all further lines fail as retryable. A line that names an aggregate of a retryable
 * line fails as retryable too. Sending a batch again, whole or in part, is idempotent. It blocks the calling thread.
 *
 * @param executor runs the lines on threads that may block, and never the caller of {@link #run}
 */
public record BatchService(CommandService entry, HeavyWork heavy, Executor executor) {

    /** Maximum number of concurrent lines per batch. */
    static final int AT_ONCE = 16;

    /**
     * Returns when every line has a result.
     *
     * @param sender    the sender of the batch, with its correlation if it has one
     * @param answers   receives the results in line order, on the caller's thread
     * @param abandoned whether the client has gone; then no further line starts
     */
    public void run(
            CommandBatch batch, CommandRequest sender, Consumer<LineResult> answers, BooleanSupplier abandoned) {
        BatchRun run = new BatchRun(entry, heavy, executor, sender, abandoned);
        DependencyGroups.of(batch).forEach(wave -> run.wave(wave, answers));
    }
}
