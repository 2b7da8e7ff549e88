package vn.soto.ledgerwriter.sqlite;

import java.time.Duration;

/**
 * How the writer of an embedded ledger behaves.
 *
 * @param queueCapacity  appends that may wait; one more is refused at once
 * @param maxBatch       appends made durable together
 * @param anchorInterval the anchor is at most this old, while commits arrive
 * @param retryAfter     what a refused caller is told to wait
 * @param cachedStreams  aggregates whose head is kept in memory
 */
public record WriterSettings(
        int queueCapacity, int maxBatch, Duration anchorInterval, Duration retryAfter, int cachedStreams) {

    public static WriterSettings standard() {
        return new WriterSettings(4_096, 512, Duration.ofMillis(100), Duration.ofSeconds(1), 100_000);
    }
}
