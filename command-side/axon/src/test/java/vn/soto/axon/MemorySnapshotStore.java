package vn.soto.axon;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventData;

/** Snapshots for as long as the process runs. */
final class MemorySnapshotStore implements SnapshotStore {

    private final Map<String, DomainEventData<byte[]>> latest = new ConcurrentHashMap<>();

    @Override
    public void keep(DomainEventData<byte[]> snapshot) {
        latest.merge(
                snapshot.getAggregateIdentifier(),
                snapshot,
                (old, fresh) -> old.getSequenceNumber() > fresh.getSequenceNumber() ? old : fresh);
    }

    @Override
    public Optional<DomainEventData<byte[]>> latest(String aggregate) {
        return Optional.ofNullable(latest.get(aggregate));
    }
}
