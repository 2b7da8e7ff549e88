package vn.soto.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on virtual threads: those of one lane one after another, up to a number of them at once. After a failure
 * no further task of its lane runs, and the caller gets it with the next call. For one calling thread.
 */
final class KeyedTasks implements AutoCloseable {

    private static final CompletableFuture<@Nullable Void> START = CompletableFuture.completedFuture(null);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<@Nullable Void>> ends = new HashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Semaphore permits;

    KeyedTasks(int atOnce) {
        this.permits = new Semaphore(atOnce);
    }

    /** Waits until fewer than the number allowed are under way, then starts the task or queues it in its lane. */
    void run(String lane, Runnable task) {
        permits.acquireUninterruptibly();
        if (failure.get() != null) {
            permits.release();
            settle();
        }
        CompletableFuture<@Nullable Void> before = ends.getOrDefault(lane, START);
        ends.put(lane, before.thenRunAsync(task, threads).whenComplete((nothing, failed) -> {
            failure.compareAndSet(null, failed);
            permits.release();
        }));
    }

    /** Waits until nothing is under way. */
    void settle() {
        CompletableFuture<?>[] all = ends.values().toArray(CompletableFuture[]::new);
        ends.clear();
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw failure.get() instanceof CompletionException first
                            && first.getCause() instanceof RuntimeException cause
                    ? cause
                    : e;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
