package vn.soto.benchmarks;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A place for events under Axon, ours or a peer's, with the product's aggregates over it. */
interface Store extends AutoCloseable {

    String name();

    EventStorageEngine engine();

    /** Handles a command through the whole path of this store; what it decided is durable when this returns. */
    void handle(Submission submission);

    /** Processor time of this process and of the peer's server. */
    CpuMeter cpu();

    /** Bytes on disk per event, indexes included. */
    double bytesPerEvent() throws Exception;

    @Override
    void close();
}
