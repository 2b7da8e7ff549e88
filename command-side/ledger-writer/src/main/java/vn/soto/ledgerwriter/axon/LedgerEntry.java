package vn.soto.ledgerwriter.axon;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/** A stored event as Axon reads it, outside any aggregate; its token is its position. */
class LedgerEntry implements TrackedEventData<byte[]> {

    private final StoredEvent stored;
    private final SerializedObject<byte[]> metaData;
    private final SerializedObject<byte[]> payload;

    private LedgerEntry(StoredEvent stored, SerializedObject<byte[]> metaData) {
        this.stored = stored;
        this.metaData = metaData;
        this.payload = new StoredPayload(stored.event());
    }

    static LedgerEntry of(StoredEvent stored, SerializedObject<byte[]> metaData) {
        return stored.event().aggregate() == null
                ? new LedgerEntry(stored, metaData)
                : new OfAggregate(stored, metaData);
    }

    static StreamPosition slot(StoredEvent stored) {
        return Objects.requireNonNull(stored.event().aggregate());
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(stored.position());
    }

    @Override
    public String getEventIdentifier() {
        return stored.event().id();
    }

    @Override
    public Instant getTimestamp() {
        return stored.event().timestamp();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metaData;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    /** An event with its place in an aggregate's stream. */
    static final class OfAggregate extends LedgerEntry implements DomainEventData<byte[]> {

        private final StreamPosition slot;

        private OfAggregate(StoredEvent stored, SerializedObject<byte[]> metaData) {
            super(stored, metaData);
            this.slot = slot(stored);
        }

        @Override
        public String getType() {
            return slot.type();
        }

        @Override
        public String getAggregateIdentifier() {
            return slot.id();
        }

        @Override
        public long getSequenceNumber() {
            return slot.sequence();
        }
    }
}
