package vn.soto.benchmarks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Starts operations at a fixed rate, whether earlier ones are done or not. Latency from the intended start includes
 * the waiting that a closed loop hides (coordinated omission).
 */
final class OpenLoop {

    private OpenLoop() {}

    /** One operation with its intended start. */
    @FunctionalInterface
    interface Operation {
        void run(long intendedNanos);
    }

    /** Returns when all operations have ended; how many there were. Throws the first failure of one: a row tells nothing of them. */
    static long run(double perSecond, Duration time, Operation operation) {
        long operations = (long) (perSecond * time.toNanos() / 1e9);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < operations; i++) {
                long intended = begin + (long) (i * 1e9 / perSecond);
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> {
                    try {
                        operation.run(intended);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
        return operations;
    }
}
