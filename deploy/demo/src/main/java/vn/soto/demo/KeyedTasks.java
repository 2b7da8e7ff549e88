package vn.soto.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import vn.soto.plans.KeyedExecutor;

/**
 * Feeds a {@link KeyedExecutor} with a limited number of tasks at a time. After a failure no further task runs, and the
 * next call that reaches the failed task throws its exception. For one calling thread.
 */
final class KeyedTasks implements AutoCloseable {

    private final int atOnce;
    private final KeyedExecutor executor;
    private final Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
    private volatile boolean failed;

    KeyedTasks(int atOnce) {
        this.atOnce = atOnce;
        this.executor = new KeyedExecutor("demo-step-", atOnce);
    }

    /**
     * Waits until fewer than the permitted number are in flight, then starts the task or queues it behind those of its
     * key.
     */
    void run(String key, Runnable task) {
        settle(failed ? 0 : atOnce - 1);
        underWay.add(executor.<@Nullable Void>execute(List.of(key), () -> {
            attempt(task);
            return null;
        }));
    }

    private void attempt(Runnable task) {
        if (failed) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    /** Waits until nothing is under way. */
    void settle() {
        settle(0);
    }

    private void settle(int most) {
        while (underWay.size() > most) {
            try {
                underWay.removeFirst().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
