package vn.soto.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.events.EventCodec;
import vn.soto.events.RecentIds;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Payload;

/**
 * Codecs of the contracts' values in documents. An id is its text, an instant has microseconds as in the ledger, an
 * event is its stored name and body.
 */
final class ValueCodecs implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // the codec is registered for this class
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        if (type == Instant.class) {
            return (Codec<T>) new InstantCodec();
        }
        if (DomainEvent.class.isAssignableFrom(type)) {
            return (Codec<T>) new DomainEventCodec<>(type.asSubclass(DomainEvent.class));
        }
        return Id.class.isAssignableFrom(type) && type.isRecord()
                ? (Codec<T>) IdCodec.of(type.asSubclass(Id.class))
                : null;
    }

    private record IdCodec<T extends Id>(Class<T> type, RecentIds<T> ids) implements Codec<T> {

        static <T extends Id> IdCodec<T> of(Class<T> type) {
            return new IdCodec<>(type, RecentIds.of(type));
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            writer.writeString(value.value());
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            return ids.of(reader.readString());
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }
    }

    /** An event as the ledger stores it, so that a document keeps it over versions of the product as the ledger does. */
    private record DomainEventCodec<T extends DomainEvent>(Class<T> type) implements Codec<T> {

        private static final String NAME = "name";
        private static final String REVISION = "revision";
        private static final String BODY = "body";

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            EventType stored = EventCodec.product().typeOf(value.getClass());
            writer.writeStartDocument();
            writer.writeString(NAME, stored.name());
            writer.writeString(REVISION, Objects.requireNonNull(stored.revision()));
            Payload body = EventCodec.product().encode(value);
            writer.writeString(BODY, new String(body.bytes(), StandardCharsets.UTF_8));
            writer.writeEndDocument();
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            reader.readStartDocument();
            String name = reader.readString(NAME);
            EventType stored = new EventType(name, reader.readString(REVISION));
            byte[] body = reader.readString(BODY).getBytes(StandardCharsets.UTF_8);
            reader.readEndDocument();
            return type.cast(EventCodec.product().decode(stored, new Payload(EventCodec.ENCODING, body)));
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }
    }

    /** Reads BSON dates too, which have milliseconds only. */
    private static final class InstantCodec implements Codec<Instant> {

        @Override
        public void encode(BsonWriter writer, Instant value, EncoderContext context) {
            writer.writeInt64(Micros.of(value));
        }

        @Override
        public Instant decode(BsonReader reader, DecoderContext context) {
            return reader.getCurrentBsonType() == BsonType.DATE_TIME
                    ? Instant.ofEpochMilli(reader.readDateTime())
                    : Micros.instant(reader.readInt64());
        }

        @Override
        public Class<Instant> getEncoderClass() {
            return Instant.class;
        }
    }
}
