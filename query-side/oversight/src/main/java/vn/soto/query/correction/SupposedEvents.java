package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Limits;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.problem.QueryProblemException;

/**
 * The dry run of a command, as the command side answers it; only the events are read.
 *
 * @param events in the order in which they would be recorded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SupposedEvents(@Nullable List<@Nullable Event> events) {

    /** One command records one commit. */
    static final int MOST = Limits.MAX_EVENTS;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param name     stored name
     * @param sequence place among the events of its aggregate
     * @param content  fields
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @Nullable String name,
            @Nullable String revision,
            @Nullable String aggregate,
            @Nullable Long sequence,
            @Nullable JsonNode content) {

        private RecordedEvent stored(int index, Instant at, DomainEvent event, Payload payload) {
            return new RecordedEvent(
                    "supposed." + index,
                    at,
                    type(),
                    aggregate == null
                            ? null
                            : new StreamPosition("supposed", aggregate, Objects.requireNonNullElse(sequence, 0L)),
                    new TreeMap<>(),
                    List.copyOf(event.tags()),
                    payload);
        }

        private EventType type() {
            return new EventType(Objects.requireNonNullElse(name, ""), revision);
        }
    }

    /** The events, decoded; throws the problem of a list that is no dry run's. Tags are those that the events give themselves. */
    List<Supposed> decoded(EventCodec codec, Instant at) {
        List<@Nullable Event> given = Optional.ofNullable(events).orElse(List.of());
        if (given.isEmpty() || given.size() > MOST) {
            throw QueryProblemException.badEvents(MOST);
        }
        long length = 0;
        List<Supposed> decoded = new ArrayList<>();
        for (Event event : given) {
            if (event == null || event.content == null) {
                throw QueryProblemException.badEvents(MOST);
            }
            Payload payload = new Payload(EventCodec.ENCODING, JSON.writeValueAsBytes(event.content));
            length += payload.bytes().length;
            if (length > Limits.MAX_BYTES) {
                throw QueryProblemException.badEvents(MOST);
            }
            decoded.add(decoded(codec, event, decoded.size(), at, payload));
        }
        return List.copyOf(decoded);
    }

    private static Supposed decoded(EventCodec codec, Event event, int index, Instant at, Payload payload) {
        try {
            DomainEvent body = codec.decode(event.type(), payload);
            return new Supposed(body, event.stored(index, at, body, payload));
        } catch (EventException | JacksonException | IllegalArgumentException e) {
            throw QueryProblemException.badEvents(MOST);
        }
    }
}
