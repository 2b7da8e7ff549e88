package vn.soto.projection.progress;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterMongoConverter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;

/**
 * Converts dead letters. A stored dead letter holds the position of its event and none of its content; on reading, the
 * event is decoded from the ledger again.
 */
record DeadLetterConverter(LedgerEventSource source) implements DeadLetterMongoConverter<EventMessage<?>> {

    private static final String COMMIT = "commit";

    @Override
    public DeadLetterEventEntry convert(EventMessage<?> message, Serializer serializer) {
        EventContext position = EventContext.of(message);
        EventMessage<String> nothing = new GenericEventMessage<>(
                message.getIdentifier(), "", MetaData.emptyInstance(), message.getTimestamp());
        return DeadLetterEventEntry.fromEventMessage(
                new GenericDomainEventMessage<>(
                        COMMIT, Long.toString(position.commit()), position.position(), nothing, message::getTimestamp),
                serializer);
    }

    @Override
    public EventMessage<?> convert(DeadLetterEventEntry entry, Serializer serializer) {
        return source.event(Long.parseLong(entry.getAggregateIdentifier()), entry.getSequenceNumber())
                .message();
    }

    @Override
    public boolean canConvert(DeadLetterEventEntry entry) {
        return COMMIT.equals(entry.getType());
    }

    @Override
    public boolean canConvert(EventMessage<?> message) {
        return true;
    }
}
