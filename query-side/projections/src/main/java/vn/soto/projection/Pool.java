package vn.soto.projection;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads on which lanes project.
 *
 * @param batchSize number of events that a lane projects before their documents are written
 */
record Pool(ExecutorService workers, int batchSize) implements AutoCloseable {

    static Pool of(int workers, int batchSize) {
        return new Pool(
                Executors.newFixedThreadPool(
                        workers,
                        Thread.ofPlatform().name("projection-", 0).daemon().factory()),
                batchSize);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
