package vn.soto.benchmarks;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A place for events under Axon, ours or a peer's, with the product's aggregates over it. */
interface Store extends AutoCloseable {

    String name();

    EventStorageEngine engine();

    /** Handles a command through the whole path of this store; what it decided is durable when this returns. */
    void handle(Submission submission);

    /** Of all that works for it: this process, and a server's. */
    CpuMeter cpu();

    /** What an event takes on disk, with all that comes with it. */
    double bytesPerEvent() throws Exception;

    @Override
    void close();
}
