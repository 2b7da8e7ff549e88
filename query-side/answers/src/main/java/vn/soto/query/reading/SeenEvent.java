package vn.soto.query.reading;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ContainerNode;
import vn.soto.contracts.shared.Id;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.reading.EventSubjects.Named;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * A stored event as the reader of the answer being made sees it. If the event is of a household or a business out of
 * the reader's reach, units, teams and members out of reach are withheld. A former helper thus reads that a household
 * left, but not its new place. Every other event is seen as it is stored.
 */
public final class SeenEvent {

    /** Records that move from one reader's area to another's. */
    private static final Set<IdKind> MOVING = EnumSet.of(IdKind.HOUSEHOLD, IdKind.BUSINESS);

    private static final Set<IdKind> PLACES = EnumSet.of(IdKind.UNIT, IdKind.TEAM, IdKind.MEMBER);

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordedEvent event;
    private final Set<String> withheld;

    private SeenEvent(RecordedEvent event, Set<String> withheld) {
        this.event = event;
        this.withheld = withheld;
    }

    public static SeenEvent of(RecordedEvent event) {
        boolean whole = moving(event).filter(subject -> !isReached(subject)).isEmpty();
        return new SeenEvent(event, whole ? Set.of() : outside(event, Reader.current()));
    }

    /** Finds at once where the households and businesses of these events are, for what is asked of each of them then. */
    public static void lookAhead(Collection<RecordedEvent> events) {
        Map<IdKind, Set<String>> ids = events.stream()
                .flatMap(event -> moving(event).stream())
                .collect(Collectors.groupingBy(Named::kind, Collectors.mapping(Named::id, Collectors.toSet())));
        ids.forEach((kind, of) -> Reader.current().reached(EndpointRight.RECORDS, kind, of));
    }

    private static Optional<Named> moving(RecordedEvent event) {
        return EventSubjects.aggregate(event).filter(subject -> MOVING.contains(subject.kind()));
    }

    private static boolean isReached(Named subject) {
        Reader reader = Reader.current();
        return reader.everywhere(EndpointRight.RECORDS) || reaches(reader, subject.kind(), subject.id());
    }

    /** Whether the reader is told that a household or a business is in this unit. */
    public static boolean isShown(IdKind record, String id, String unit) {
        Reader reader = Reader.current();
        return reaches(reader, record, id) || reaches(reader, IdKind.UNIT, unit);
    }

    /**
     * The ids of an event that are withheld from its reader. There are none if the reader reaches the household or
     * business that it names, or nothing that it names.
     */
    public static Set<String> withheld(Map<IdKind, Set<String>> named) {
        Reader reader = Reader.current();
        if (reader.everywhere(EndpointRight.RECORDS)
                || MOVING.stream().noneMatch(named::containsKey)
                || MOVING.stream()
                        .anyMatch(kind -> !reached(reader, kind, named).isEmpty())) {
            return Set.of();
        }
        Set<String> reached = PLACES.stream()
                .flatMap(kind -> reached(reader, kind, named).stream())
                .collect(Collectors.toUnmodifiableSet());
        return reached.isEmpty()
                ? Set.of()
                : PLACES.stream()
                        .flatMap(kind -> named.getOrDefault(kind, Set.of()).stream())
                        .filter(id -> !reached.contains(id))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> reached(Reader reader, IdKind kind, Map<IdKind, Set<String>> named) {
        return reader.reached(EndpointRight.RECORDS, kind, named.getOrDefault(kind, Set.of()));
    }

    private static boolean reaches(Reader reader, IdKind kind, String id) {
        return reader.reaches(EndpointRight.RECORDS, kind, id);
    }

    /**
     * Decides by the ids that occur, not by the names of fields, so an event that today's product cannot read is seen
     * without them, too.
     */
    private static Set<String> outside(RecordedEvent event, Reader reader) {
        return Stream.concat(texts(read(event)), event.tags().stream().map(SeenEvent::idOf))
                .filter(Id::isWellFormed)
                .distinct()
                .filter(id -> PLACES.stream().anyMatch(kind -> isOutside(reader, kind, id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOutside(Reader reader, IdKind kind, String id) {
        return reader.decide(EndpointRight.RECORDS, EndpointRight.RECORDS.roles(), kind, id)
                        instanceof ReadingDecision.Outside place
                && place.known();
    }

    private static String idOf(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }

    private static String text(RecordedEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(RecordedEvent event) {
        try {
            return JSON.readTree(text(event));
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.values().stream().flatMap(SeenEvent::texts);
    }

    /** Whether this id is withheld. */
    public boolean withholds(String id) {
        return withheld.contains(id);
    }

    /** The body as stored, byte for byte; if something is withheld, JSON without it. */
    public String body() {
        if (withheld.isEmpty()) {
            return text(event);
        }
        JsonNode body = read(event);
        strip(body);
        return body.toString();
    }

    private void strip(JsonNode node) {
        if (node instanceof ContainerNode<?> container) {
            container.removeIf(value -> value.isString() && withholds(value.stringValue()));
            container.values().forEach(this::strip);
        }
    }

    /** The subjects of the event, such as {@code household:<id>}. */
    public List<String> about() {
        return event.tags().stream().filter(tag -> !withholds(idOf(tag))).toList();
    }
}
