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
 * A dead letter holds where its event stands and nothing of what it says. Read again, the event comes from the ledger, as
 * it can be decoded then.
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
        return source.event(Long.parseLong(entry.getAggregateIdentifier()), entry.getSequenceNumber());
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
