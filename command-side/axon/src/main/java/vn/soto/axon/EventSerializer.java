package vn.soto.axon;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

/**
 * Adapts the event codec to Axon. The serialized type is the stored name with its revision, never a class name. Only
 * events and metadata of text can be serialized.
 */
public record EventSerializer(EventCodec codec) implements Serializer {

    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** It looks for converters on the class path, which takes time, and is the same for all. */
    private static final Converter CONVERTER = new ChainingConverter();

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        byte[] bytes = switch (object) {
            case DomainEvent event -> codec.encode(event).bytes();
            case MetaData metaData -> JSON.writeValueAsBytes(metaData);
            default -> throw new IllegalArgumentException("not an event: " + object.getClass());
        };
        return new SimpleSerializedObject<>(
                CONVERTER.convert(bytes, representation), representation, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return CONVERTER.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> object) {
        if (object instanceof StoredPayload stored) {
            return (T) stored.decoded(codec::decode);
        }
        byte[] bytes = CONVERTER.convert(object, byte[].class).getData();
        if (object.getType().equals(METADATA)) {
            return (T) MetaData.from(JSON.readValue(bytes, TEXTS));
        }
        return (T) codec.decode(type(object.getType()), new Payload(EventCodec.ENCODING, bytes));
    }

    /** Throws for an unknown stored name, which Axon would pass on as an event of unknown type. */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return type.equals(METADATA) ? MetaData.class : codec.classOf(type(type));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return METADATA;
        }
        EventType stored = codec.typeOf(type);
        return new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    public Converter getConverter() {
        return CONVERTER;
    }

    private static EventType type(SerializedType type) {
        return new EventType(type.getName(), type.getRevision());
    }
}
