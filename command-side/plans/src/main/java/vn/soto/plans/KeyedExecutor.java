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

/**
 * Work alongside that keeps its order wherever order matters: what shares a key with earlier work begins when that has ended.
 * Virtual threads; at most {@code width} of them work at a time. Fed by one thread.
 */
final class KeyedExecutor implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("plan-step-", 0).factory());
    private final ConcurrentMap<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    private final Semaphore width;

    KeyedExecutor(int width) {
        this.width = new Semaphore(width);
    }

    <T> CompletableFuture<T> take(Collection<String> keys, Supplier<T> work) {
        List<CompletableFuture<?>> before = keys.stream()
                .<CompletableFuture<?>>map(tails::get)
                .filter(Objects::nonNull)
                .toList();
        CompletableFuture<T> result = new CompletableFuture<>();
        keys.forEach(key -> tails.put(key, result));
        threads.execute(() -> {
            try {
                before.forEach(earlier -> earlier.exceptionally(e -> null).join());
                width.acquireUninterruptibly();
                try {
                    result.complete(work.get());
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

    @Override
    public void close() {
        threads.close();
    }
}
