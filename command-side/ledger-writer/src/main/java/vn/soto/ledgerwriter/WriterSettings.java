package vn.soto.ledgerwriter;

import java.time.Duration;

/**
 * How the writer of a ledger behaves.
 *
 * @param queueCapacity  appends that may wait; one more is refused at once
 * @param maxBatch       appends made durable together
 * @param maintenanceInterval   how often the writer looks after what it keeps beside the commits, such as an anchor, at least
 * @param retryAfter     what a refused caller is told to wait
 * @param cachedStreams  aggregates whose head is kept in memory
 */
public record WriterSettings(
        int queueCapacity, int maxBatch, Duration maintenanceInterval, Duration retryAfter, int cachedStreams) {

    public static WriterSettings standard() {
        return new WriterSettings(4_096, 512, Duration.ofMillis(100), Duration.ofSeconds(1), 100_000);
    }
}
