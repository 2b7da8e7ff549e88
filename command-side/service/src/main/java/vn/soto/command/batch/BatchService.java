package vn.soto.command.batch;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;

/**
 * Does the commands of a batch, each a commit of its own. A line that fails stops no other, except that once the ledger
 * cannot be written the rest is told to come again, and that a line which names what such a line was to change waits for
 * it. Sent again, whole or in part, a batch changes nothing that is done. Blocking: call it on a virtual thread.
 */
public final class BatchService {

    /** Lines of one batch that are handled at the same time, at most. */
    static final int AT_ONCE = 16;

    private final CommandService entry;
    private final Executor executor;

    /** @param executor runs each line on a thread of its own that may block, such as a virtual one */
    public BatchService(CommandService entry, Executor executor) {
        this.entry = entry;
        this.executor = executor;
    }

    /**
     * Returns when every line is answered.
     *
     * @param sender    who sent the batch, and under which correlation if it has one
     * @param answers   gets them one by one, in the order of the lines, on the caller's thread
     * @param abandoned whether nobody waits for answers any more; then no further line is begun
     */
    public void run(
            CommandBatch batch, CommandRequest sender, Consumer<LineResult> answers, BooleanSupplier abandoned) {
        BatchRun run = new BatchRun(entry, executor, sender, abandoned);
        DependencyGroups.of(batch).forEach(wave -> run.wave(wave, answers));
    }
}
