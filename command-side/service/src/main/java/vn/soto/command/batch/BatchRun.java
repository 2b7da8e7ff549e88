package vn.soto.command.batch;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.soto.command.batch.BatchLine.Asking;
import vn.soto.command.batch.BatchLine.Unreadable;
import vn.soto.command.batch.LineResult.Done;
import vn.soto.command.batch.LineResult.Failed;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.ConflictException;
import vn.soto.ledger.LedgerException;
import vn.soto.web.HeavyWork;

/** The execution of one batch. */
final class BatchRun {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final CommandService entry;
    private final HeavyWork heavy;
    private final Executor executor;
    private final CommandRequest sender;
    private final BooleanSupplier abandoned;
    private final Semaphore free = new Semaphore(BatchService.AT_ONCE);

    /** Ids that lines to be retried would have changed. */
    private final Set<String> held = new HashSet<>();

    /** The failure of every further line, once the ledger is not writable. */
    private volatile @Nullable RuntimeException stop;

    BatchRun(
            CommandService entry,
            HeavyWork heavy,
            Executor executor,
            CommandRequest sender,
            BooleanSupplier abandoned) {
        this.heavy = heavy;
        this.entry = entry;
        this.executor = executor;
        this.sender = sender;
        this.abandoned = abandoned;
    }

    void wave(List<BatchLine> wave, Consumer<LineResult> answers) {
        List<CompletableFuture<LineResult>> underway = wave.size() == 1
                ? List.of(CompletableFuture.completedFuture(handle(wave.getFirst())))
                : wave.stream()
                        .map(line -> CompletableFuture.supplyAsync(() -> handleWhenFree(line), executor))
                        .toList();
        underway.forEach(answer -> answers.accept(answer.join()));
        for (int i = 0; i < wave.size(); i++) {
            hold(wave.get(i), underway.get(i).join());
        }
    }

    private LineResult handleWhenFree(BatchLine line) {
        free.acquireUninterruptibly();
        try {
            return handle(line);
        } finally {
            free.release();
        }
    }

    private LineResult handle(BatchLine line) {
        return switch (line) {
            case Unreadable unreadable -> new Failed(unreadable.number(), unreadable.id(), unreadable.cause());
            case Asking asking -> handle(asking);
        };
    }

    private LineResult handle(Asking line) {
        RuntimeException stopped = stop;
        if (stopped != null) {
            return failed(line, stopped);
        }
        if (abandoned.getAsBoolean() || !Collections.disjoint(held, line.names())) {
            return failed(line, new DependsOnFailedLineException());
        }
        try {
            CommandRequest request = sender.with(line.id(), line.capture());
            return new Done(
                    line.number(),
                    line.command().isHeavy()
                            ? heavy.run(request.actor(), () -> entry.submit(request, line.command(), line.payload()))
                            : entry.submit(request, line.command(), line.payload()));
        } catch (RuntimeException e) {
            if (unavailable(e)) {
                // Further lines are not attempted, so their result is not uncertain.
                stop = e instanceof LedgerException.Uncertain
                        ? new LedgerException.Unavailable("an earlier line is uncertain", SOON, e)
                        : e;
            }
            return failed(line, e);
        }
    }

    private static Failed failed(Asking line, RuntimeException cause) {
        return new Failed(line.number(), line.id().toString(), cause);
    }

    /** Runs between waves only, when no line is being handled. */
    private void hold(BatchLine line, LineResult answer) {
        if (line instanceof Asking asking && answer instanceof Failed failed && comesAgain(failed.cause())) {
            held.addAll(asking.changes());
        }
    }

    private static boolean unavailable(RuntimeException e) {
        return e instanceof LedgerException.Unavailable
                || e instanceof LedgerException.Uncertain
                || (e instanceof LedgerException.Damaged && !(e instanceof LedgerException.CommitDamaged));
    }

    private static boolean comesAgain(RuntimeException e) {
        return unavailable(e) || e instanceof ConflictException || e instanceof DependsOnFailedLineException;
    }
}
