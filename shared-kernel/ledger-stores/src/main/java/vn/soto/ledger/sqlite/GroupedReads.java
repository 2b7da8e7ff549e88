package vn.soto.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Reads together what several threads ask for at the same time: whatever comes while one pass is made is read by the next. One pass runs
 * at a time. If it fails, each of its questions is asked by itself, so that a failure meets those alone whom it concerns. Thread-safe; the
 * calling thread waits.
 *
 * @param <A> question
 * @param <R> answer
 */
final class GroupedReads<A, R> {

    /** Questions of a pass. */
    static final int MOST = 64;

    /** Passes of one task. */
    static final int PASSES = 64;

    private final Executor executor;
    private final BiPredicate<A, A> together;
    private final Function<List<A>, List<R>> pass;
    private final Queue<Waiting<A, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();

    private record Waiting<A, R>(A asked, CompletableFuture<R> found) {}

    /**
     * @param executor runs passes; refuses them once it is closed
     * @param together whether a question may be asked with the first one of a pass
     * @param pass     returns what is found for each question, in their order
     */
    GroupedReads(Executor executor, BiPredicate<A, A> together, Function<List<A>, List<R>> pass) {
        this.executor = executor;
        this.together = together;
        this.pass = pass;
    }

    /** @throws ExecutionException with the failure of the read, or with the {@link RejectedExecutionException} of a closed executor */
    R read(A asked) throws ExecutionException, InterruptedException {
        Waiting<A, R> own = new Waiting<>(asked, new CompletableFuture<>());
        waiting.add(own);
        begin();
        return own.found.get();
    }

    /** How many wait for the next pass. */
    int waiting() {
        return waiting.size();
    }

    private void begin() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::passes);
            } catch (RejectedExecutionException e) {
                running.set(false);
                for (Waiting<A, R> each = waiting.poll(); each != null; each = waiting.poll()) {
                    each.found.completeExceptionally(e);
                }
            }
        }
    }

    /** Ends after some passes even if more is asked for, so that a closed executor comes to its end. */
    private void passes() {
        try {
            for (int i = 0; i < PASSES && !waiting.isEmpty(); i++) {
                answer(next());
            }
        } finally {
            running.set(false);
        }
        if (!waiting.isEmpty()) {
            begin();
        }
    }

    private List<Waiting<A, R>> next() {
        List<Waiting<A, R>> next = new ArrayList<>();
        for (Waiting<A, R> each = waiting.peek();
                each != null
                        && next.size() < MOST
                        && (next.isEmpty() || together.test(next.getFirst().asked, each.asked));
                each = waiting.peek()) {
            next.add(waiting.remove());
        }
        return next;
    }

    private void answer(List<Waiting<A, R>> group) {
        try {
            List<R> found = pass.apply(group.stream().map(Waiting::asked).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).found.complete(found.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) {
                group.getFirst().found.completeExceptionally(e);
            } else {
                group.forEach(each -> answer(List.of(each)));
            }
        }
    }
}
