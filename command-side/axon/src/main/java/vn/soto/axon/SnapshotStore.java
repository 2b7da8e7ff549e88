package vn.soto.axon;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;

/** Stores aggregate snapshots outside the ledger. A lost snapshot only makes loading slower. */
public interface SnapshotStore {

    /** Stores a snapshot unless one of a later sequence is stored. */
    void keep(DomainEventData<byte[]> snapshot);

    /** The snapshot of the highest sequence. */
    Optional<DomainEventData<byte[]>> latest(String aggregate);

    /** Stores nothing: every aggregate is loaded from its first event. */
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
