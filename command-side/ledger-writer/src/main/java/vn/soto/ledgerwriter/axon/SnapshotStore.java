package vn.soto.ledgerwriter.axon;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;

/** Keeps states of aggregates outside the ledger; all of them may be lost at any time, at the cost of longer loading. */
public interface SnapshotStore {

    /** Keeps a snapshot unless one of a later sequence is there. */
    void keep(DomainEventData<byte[]> snapshot);

    /** The one of the highest sequence. */
    Optional<DomainEventData<byte[]>> latest(String aggregate);

    /** Keeps nothing: every aggregate is read from its first event. */
    static SnapshotStore none() {
        return new SnapshotStore() {
            @Override
            public void keep(DomainEventData<byte[]> snapshot) {}

            @Override
            public Optional<DomainEventData<byte[]>> latest(String aggregate) {
                return Optional.empty();
            }
        };
    }
}
