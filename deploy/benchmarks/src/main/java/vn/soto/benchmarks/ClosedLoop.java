package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** A contestant in this process: callers are virtual threads, and every one of their operations is timed. */
record ClosedLoop(String name, CpuMeter cpu, Operation operation) implements Contestant {

    /** One operation, durable when it returns. */
    @FunctionalInterface
    interface Operation {
        void run() throws Exception;
    }

    @Override
    public Slice run(int callers, Budget budget) throws InterruptedException {
        AtomicLong left = new AtomicLong(budget.operations());
        Histogram latencies = Slice.histogram();
        long cpuBefore = cpu.nanos();
        long begin = System.nanoTime();
        long end = begin + budget.time().toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> callUntil(left, end)));
            }
            for (Future<Histogram> caller : running) {
                latencies.add(caller.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        }
        long nanos = System.nanoTime() - begin;
        return new Slice(latencies.getTotalCount(), nanos, cpu.nanos() - cpuBefore, latencies);
    }

    private Histogram callUntil(AtomicLong left, long end) throws Exception {
        Histogram own = Slice.histogram();
        for (long now = System.nanoTime(); now < end && left.getAndDecrement() > 0; ) {
            operation.run();
            long done = System.nanoTime();
            own.recordValue(done - now);
            now = done;
        }
        return own;
    }
}
