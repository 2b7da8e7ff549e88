package vn.soto.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.ledger.EventType;

/** One-to-one mapping between event records and stored names; immutable. */
public final class EventRegistry {

    private static final Pattern STORED_NAME = Pattern.compile("([a-z-]+\\.[a-z-]+)\\.v([1-9]\\d*)");

    private final Map<EventType, Class<? extends DomainEvent>> classes;
    private final Map<Class<?>, EventType> types;

    private EventRegistry(Map<EventType, Class<? extends DomainEvent>> classes, Map<Class<?>, EventType> types) {
        this.classes = Map.copyOf(classes);
        this.types = Map.copyOf(types);
    }

    /** Registry of the product's events. */
    public static EventRegistry product() {
        return of(List.of(ProductEvent.class));
    }

    /**
     * Registry of the records permitted by these sealed interfaces; each record needs a {@link StoredAs} name of its
     * own.
     */
    public static EventRegistry of(List<Class<? extends DomainEvent>> vocabularies) {
        Map<EventType, Class<? extends DomainEvent>> classes = new HashMap<>();
        Map<Class<?>, EventType> types = new HashMap<>();
        vocabularies.stream().flatMap(EventRegistry::records).distinct().forEach(record -> {
            EventType type = storedName(record);
            if (classes.putIfAbsent(type, record) != null) {
                throw new IllegalArgumentException(text(type) + " is the stored name of two events");
            }
            types.put(record, type);
        });
        return new EventRegistry(classes, types);
    }

    public Set<EventType> types() {
        return classes.keySet();
    }

    public EventType typeOf(Class<?> event) {
        EventType type = types.get(event);
        if (type == null) {
            throw new EventException.Unknown(event);
        }
        return type;
    }

    @Nullable
    Class<? extends DomainEvent> find(EventType type) {
        return classes.get(type);
    }

    /** Splits a stored name such as {@code team.formed.v1} into name and revision. */
    static EventType parse(String storedName) {
        Matcher matcher = STORED_NAME.matcher(storedName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a stored name is <aggregate>.<what-happened>.v<revision>: " + storedName);
        }
        return new EventType(matcher.group(1), matcher.group(2));
    }

    static String text(EventType type) {
        return type.revision() == null ? type.name() : type.name() + ".v" + type.revision();
    }

    private static EventType storedName(Class<?> record) {
        StoredAs storedAs = record.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalArgumentException(record.getName() + " lacks @StoredAs");
        }
        return parse(storedAs.value());
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<? extends DomainEvent> vocabulary) {
        if (vocabulary.isRecord()) {
            return Stream.of(vocabulary);
        }
        if (!vocabulary.isSealed()) {
            throw new IllegalArgumentException(vocabulary.getName() + " is neither sealed nor a record");
        }
        return Arrays.stream(vocabulary.getPermittedSubclasses())
                .<Class<? extends DomainEvent>>map(permitted -> permitted.asSubclass(DomainEvent.class))
                .flatMap(EventRegistry::records);
    }
}
