package vn.soto.ledgerwriter;

import java.time.Duration;

/**
 * Settings of a ledger's writer.
 *
 * @param queueCapacity       appends that may wait; a further one is refused at once
 * @param maxBatch            appends made durable together
 * @param maintenanceInterval longest time between two calls of {@link GroupWriter#maintain}
 * @param retryAfter          the wait that a refused caller is told
 * @param cachedStreams       aggregates whose head is cached
 */
public record WriterSettings(
        int queueCapacity, int maxBatch, Duration maintenanceInterval, Duration retryAfter, int cachedStreams) {

    public static WriterSettings standard() {
        return new WriterSettings(4_096, 512, Duration.ofMillis(100), Duration.ofSeconds(1), 100_000);
    }
}
