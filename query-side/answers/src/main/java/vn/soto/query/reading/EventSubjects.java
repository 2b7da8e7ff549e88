package vn.soto.query.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The subjects of a stored event: its aggregate and the ids in its tags, as far as questions are asked about them. */
public final class EventSubjects {

    /** Kinds of the aggregates by the first word of the stored names of their events. */
    private static final Map<String, IdKind> AGGREGATES = Map.of(
            "team", IdKind.TEAM,
            "household", IdKind.HOUSEHOLD,
            "business", IdKind.BUSINESS,
            "assistance", IdKind.ASSISTANCE,
            "support-request", IdKind.REQUEST,
            "outreach", IdKind.SESSION,
            "training", IdKind.TRAINING,
            "organisation", IdKind.ORGANISATION);

    /** Vocabularies about no person and no record: units, terms, definitions, good models. */
    private static final Set<String> OPEN =
            Set.of("unit", "unit-name", "unit-coverage", "policy", "catalogue", "stipend-policy", "practice");

    /** Vocabularies about rights, which only who reads the whole ledger sees. */
    private static final Set<String> RIGHTS = Set.of("account", "role-holders");

    /** Vocabularies for those who deal with them: what persons ask about their own data, and what people are paid. */
    private static final Map<String, EndpointRight> OF_FEW = Map.of(
            "data-request", EndpointRight.DATA_REQUESTS,
            "mobilisation", EndpointRight.STIPENDS,
            "stipend-statement", EndpointRight.STIPENDS);

    private static final Set<IdKind> NOT_SUBJECTS =
            Set.of(IdKind.COMMAND, IdKind.COMMIT, IdKind.EVENT, IdKind.CORRELATION, IdKind.FIGURE, IdKind.UNIT_FIGURE);

    private static final Map<String, IdKind> TAGS = Arrays.stream(IdKind.values())
            .filter(kind -> !NOT_SUBJECTS.contains(kind))
            .collect(Collectors.toUnmodifiableMap(IdKind::text, kind -> kind));

    private EventSubjects() {}

    /** A subject by its kind and id. */
    public record Named(IdKind kind, String id) {}

    public static boolean isOpen(RecordedEvent event) {
        return OPEN.contains(vocabulary(event));
    }

    /** The right that shows an event to whoever reaches what it is about. */
    public static EndpointRight right(RecordedEvent event) {
        return OF_FEW.getOrDefault(vocabulary(event), EndpointRight.RECORDS);
    }

    public static Set<Named> of(RecordedEvent event) {
        if (RIGHTS.contains(vocabulary(event))) {
            return Set.of();
        }
        Set<Named> named = new HashSet<>();
        event.tags().forEach(tag -> named(tag).ifPresent(named::add));
        aggregate(event).ifPresent(named::add);
        return named;
    }

    static Optional<Named> named(String tag) {
        List<String> parts = List.of(tag.split(":", 2));
        @Nullable IdKind kind = TAGS.get(parts.getFirst());
        return kind == null || parts.size() < 2 ? Optional.empty() : Optional.of(new Named(kind, parts.get(1)));
    }

    /** The aggregate of the event; empty if no question is about it. */
    static Optional<Named> aggregate(RecordedEvent event) {
        StreamPosition place = event.aggregate();
        return place == null
                ? Optional.empty()
                : Optional.ofNullable(AGGREGATES.get(vocabulary(event))).map(kind -> new Named(kind, place.id()));
    }

    private static String vocabulary(RecordedEvent event) {
        String name = event.type().name();
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }
}
