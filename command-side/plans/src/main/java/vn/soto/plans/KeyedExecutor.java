package vn.soto.plans;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on virtual threads, at most {@code width} at a time. A task starts once every earlier task that shares a
 * key with it has ended, with or without success. Safe for any number of calling threads.
 */
public final class KeyedExecutor implements AutoCloseable {

    private final ExecutorService threads;
    private final ConcurrentMap<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    private final Semaphore width;

    /** @param name prefix of the names of its threads */
    public KeyedExecutor(String name, int width) {
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
        this.width = new Semaphore(width);
    }

    /** Returns without waiting; the future holds the result of the task, or its exception. */
    public <T extends @Nullable Object> CompletableFuture<T> execute(Collection<String> keys, Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        List<CompletableFuture<?>> earlier = enqueue(keys, result);
        threads.execute(() -> {
            try {
                earlier.forEach(each -> each.exceptionally(e -> null).join());
                width.acquireUninterruptibly();
                try {
                    result.complete(task.get());
                } finally {
                    width.release();
                }
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            } finally {
                keys.forEach(key -> tails.remove(key, result));
            }
        });
        return result;
    }

    /** Makes the task the last of each key in one step, so that concurrent callers agree on one order. */
    private synchronized List<CompletableFuture<?>> enqueue(Collection<String> keys, CompletableFuture<?> task) {
        List<CompletableFuture<?>> earlier = keys.stream()
                .<CompletableFuture<?>>map(tails::get)
                .filter(Objects::nonNull)
                .toList();
        keys.forEach(key -> tails.put(key, task));
        return earlier;
    }

    /** Waits for the tasks that were passed in. */
    @Override
    public void close() {
        threads.close();
    }
}
