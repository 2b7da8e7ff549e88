package vn.soto.axon;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * A stored event as Axon reads it; its token is its position in the ledger. This class is for events outside any
 * aggregate.
 */
class LedgerEntry implements TrackedEventData<byte[]> {

    private final StoredEvent stored;
    private final SerializedObject<byte[]> metaData;
    private final SerializedObject<byte[]> payload;

    private LedgerEntry(StoredEvent stored, SerializedObject<byte[]> metaData) {
        this.stored = stored;
        this.metaData = metaData;
        this.payload = new StoredPayload(stored);
    }

    static LedgerEntry of(StoredEvent stored, SerializedObject<byte[]> metaData) {
        return stored.event().aggregate() == null
                ? new LedgerEntry(stored, metaData)
                : new OfAggregate(stored, metaData);
    }

    static StreamPosition place(StoredEvent stored) {
        return Objects.requireNonNull(stored.event().aggregate());
    }

    PastEvent past(DomainEvent event) {
        return new PastEvent(stored.commit(), event);
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

    /** An event of an aggregate, with its place in the stream. */
    static final class OfAggregate extends LedgerEntry implements DomainEventData<byte[]> {

        private final StreamPosition place;

        private OfAggregate(StoredEvent stored, SerializedObject<byte[]> metaData) {
            super(stored, metaData);
            this.place = place(stored);
        }

        @Override
        public String getType() {
            return place.type();
        }

        @Override
        public String getAggregateIdentifier() {
            return place.id();
        }

        @Override
        public long getSequenceNumber() {
            return place.sequence();
        }
    }
}
