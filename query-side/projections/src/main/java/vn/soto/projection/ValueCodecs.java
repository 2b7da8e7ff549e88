package vn.soto.projection;

import java.lang.reflect.Constructor;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Id;
import vn.soto.ledger.Micros;

/** Codecs of the contracts' values in documents: an id is its text, an instant is in microseconds as in the ledger. */
final class ValueCodecs implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // the codec is registered for this class
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        if (type == Instant.class) {
            return (Codec<T>) new InstantCodec();
        }
        return Id.class.isAssignableFrom(type) && type.isRecord()
                ? (Codec<T>) IdCodec.of(type.asSubclass(Id.class))
                : null;
    }

    private record IdCodec<T extends Id>(Class<T> type, Constructor<T> constructor) implements Codec<T> {

        static <T extends Id> IdCodec<T> of(Class<T> type) {
            try {
                return new IdCodec<>(type, type.getConstructor(String.class));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("an id is made from its text: " + type, e);
            }
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            writer.writeString(value.value());
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            String value = reader.readString();
            try {
                return constructor.newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no id: " + value, e);
            }
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
