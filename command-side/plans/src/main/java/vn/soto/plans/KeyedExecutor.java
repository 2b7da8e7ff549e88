package vn.soto.plans;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on its own platform threads, at most {@code width} at a time. A task starts once every earlier task that
 * shares a key with it has ended, with or without success; until then it occupies no thread. Safe for any number of
 * calling threads.
 */
public final class KeyedExecutor implements AutoCloseable {

    private static final long IDLE_SECONDS = 30;

    private final ExecutorService threads;
    private final ConcurrentMap<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** @param name prefix of the names of its threads */
    public KeyedExecutor(String name, int width) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                width,
                width,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name, 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Returns without waiting; the future holds the result of the task, or its exception. */
    public <T extends @Nullable Object> CompletableFuture<T> execute(Collection<String> keys, Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        long number = numbers.incrementAndGet();
        underWay.put(number, result);
        var _ = CompletableFuture.allOf(enqueue(keys, result).toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> submit(number, task, keys, result));
        return result;
    }

    private <T extends @Nullable Object> void submit(
            long number, Supplier<T> task, Collection<String> keys, CompletableFuture<T> result) {
        try {
            threads.execute(() -> run(number, task, keys, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
            underWay.remove(number);
        }
    }

    private <T extends @Nullable Object> void run(
            long number, Supplier<T> task, Collection<String> keys, CompletableFuture<T> result) {
        try {
            result.complete(task.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            keys.forEach(key -> tails.remove(key, result));
            underWay.remove(number);
        }
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
        List.copyOf(underWay.values())
                .forEach(task -> task.exceptionally(failure -> null).join());
        threads.close();
    }
}
