package vn.soto.projection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that trackers share. */
record Pool(ScheduledExecutorService coordinators, ScheduledExecutorService workers, int batchSize)
        implements AutoCloseable {

    static Pool of(int workers, int batchSize) {
        return new Pool(
                Executors.newScheduledThreadPool(
                        2, Thread.ofPlatform().name("projections-", 0).daemon().factory()),
                Executors.newScheduledThreadPool(
                        workers,
                        Thread.ofPlatform().name("projection-", 0).daemon().factory()),
                batchSize);
    }

    @Override
    public void close() {
        coordinators.shutdownNow();
        workers.shutdown();
    }
}
