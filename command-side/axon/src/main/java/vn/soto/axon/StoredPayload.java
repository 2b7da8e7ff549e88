package vn.soto.axon;

import java.util.function.Function;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.EventType;
import vn.soto.ledger.StoredEvent;

/**
 * The payload of a stored event for Axon. The event is decoded once and shared by all readers, because events are
 * immutable.
 */
final class StoredPayload implements SerializedObject<byte[]> {

    private final StoredEvent event;
    private final SerializedType type;
    private volatile @Nullable Object decoded;

    StoredPayload(StoredEvent event) {
        EventType stored = event.event().type();
        this.event = event;
        this.type = new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    public Class<byte[]> getContentType() {
        return byte[].class;
    }

    @Override
    public SerializedType getType() {
        return type;
    }

    @Override
    public byte[] getData() {
        return event.event().payload().bytes();
    }

    Object decoded(Function<StoredEvent, Object> decoder) {
        Object known = decoded;
        if (known == null) {
            known = decoder.apply(event);
            decoded = known;
        }
        return known;
    }
}
