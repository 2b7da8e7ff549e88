package vn.soto.ledger.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Damage;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/** A commit as a document; FORMAT.md lists its fields. */
public final class CommitDocument {

    public static final String KEYS = "keys";
    public static final String FENCE = "fence";

    private CommitDocument() {}

    /**
     * @param fence number of the writer's lease; with the commit's number it forms a key that a deposed writer cannot insert
     */
    public static BsonDocument of(Commit commit, long fence) {
        BsonDocument document = new BsonDocument("_id", new BsonInt64(commit.number()))
                .append("first", new BsonInt64(commit.first()))
                .append("size", new BsonInt32(commit.events().size()))
                .append("id", new BsonBinary(commit.id()))
                .append("at", new BsonInt64(Micros.of(commit.at())));
        switch (commit.origin()) {
            case Origin.Command command ->
                document.append("origin", new BsonString(command.name()))
                        .append("command", new BsonBinary(command.id()))
                        .append("content", new BsonBinary(command.content().bytes()));
            case Origin.SystemTask task -> document.append("origin", new BsonString(task.name()));
        }
        document.append("actor", new BsonString(commit.actor()));
        put(document, "reason", commit.reason());
        put(document, "corrects", commit.corrects());
        return document.append("correlation", new BsonString(commit.correlation()))
                .append("causation", new BsonString(commit.causation()))
                .append("latest", new BsonInt64(Micros.of(commit.latest())))
                .append("previous", new BsonBinary(commit.previous().bytes()))
                .append("chain", new BsonBinary(commit.chain().bytes()))
                .append(FENCE, new BsonInt64(fence))
                .append(KEYS, strings(keys(commit, fence)))
                .append(
                        "events",
                        new BsonArray(commit.events().stream()
                                .map(CommitDocument::event)
                                .toList()));
    }

    private static List<String> keys(Commit commit, long fence) {
        List<String> keys = new ArrayList<>();
        keys.add(turn(commit.number(), fence));
        if (commit.origin() instanceof Origin.Command command) {
            keys.add(command(command.id()));
        }
        for (RecordedEvent event : commit.events()) {
            StreamPosition slot = event.aggregate();
            if (slot != null) {
                keys.add(slot.key());
            }
        }
        return keys;
    }

    /** The unique key inserted with the commit of that command. */
    public static String command(UUID id) {
        return "cmd:" + id;
    }

    /**
     * The unique key of a commit number under a lease; a process that takes the lease over inserts it first to fence
     * the former writer.
     */
    public static String turn(long number, long fence) {
        return String.format(Locale.ROOT, "turn:%012d:%d", number, fence);
    }

    /** A document that occupies the fence key and is no commit; readers query by number and never see it. */
    public static BsonDocument bar(String turn) {
        return new BsonDocument("_id", new BsonString(turn)).append(KEYS, strings(List.of(turn)));
    }

    private static BsonDocument event(RecordedEvent event) {
        BsonDocument document = new BsonDocument("id", new BsonString(event.id()))
                .append("timestamp", new BsonInt64(Micros.of(event.timestamp())))
                .append("type", new BsonString(event.type().name()));
        put(document, "revision", event.type().revision());
        StreamPosition slot = event.aggregate();
        if (slot != null) {
            document.append(
                    "aggregate",
                    new BsonDocument("type", new BsonString(slot.type()))
                            .append("id", new BsonString(slot.id()))
                            .append("sequence", new BsonInt64(slot.sequence())));
        }
        List<String> metadata = new ArrayList<>();
        event.metadata().forEach((key, value) -> {
            metadata.add(key);
            metadata.add(value);
        });
        return document.append("metadata", strings(metadata))
                .append("tags", strings(event.tags()))
                .append("encoding", new BsonString(event.payload().encoding()))
                .append("payload", new BsonBinary(event.payload().bytes()));
    }

    private static void put(BsonDocument document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, new BsonString(value));
        }
    }

    private static BsonArray strings(List<String> values) {
        return new BsonArray(values.stream().map(BsonString::new).toList());
    }

    public static long number(BsonDocument document) {
        return document.getInt64("_id").getValue();
    }

    public static UUID id(BsonDocument document) {
        return document.getBinary("id").asUuid();
    }

    static long first(BsonDocument document) {
        return document.getInt64("first").getValue();
    }

    /** Number of the lease under which it was written; 0 without one. */
    public static long fence(BsonDocument document) {
        return document.getInt64(FENCE).getValue();
    }

    /** Decodes a document read without its events. */
    public static Tail tail(BsonDocument document) {
        return new Tail(
                number(document),
                first(document) + document.getInt32("size").getValue(),
                Micros.instant(document.getInt64("at").getValue()),
                Micros.instant(document.getInt64("latest").getValue()),
                hash(document, "chain"));
    }

    public static Hash previous(BsonDocument document) {
        return hash(document, "previous");
    }

    /** @throws LedgerException.CommitDamaged a field is missing or has a value that no writer wrote */
    static Commit commit(BsonDocument document) {
        try {
            return decoded(document);
        } catch (BsonInvalidOperationException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new LedgerException.CommitDamaged(number(document), Damage.UNREADABLE, e);
        }
    }

    private static Commit decoded(BsonDocument document) {
        Tail tail = tail(document);
        BsonArray events = document.getArray("events");
        if (events.size() != tail.next() - first(document)) {
            throw new IllegalArgumentException("size is not the number of events");
        }
        return new Commit(
                tail.number(),
                first(document),
                id(document),
                tail.at(),
                origin(document),
                text(document, "actor"),
                optional(document, "reason"),
                optional(document, "corrects"),
                text(document, "correlation"),
                text(document, "causation"),
                events.stream()
                        .map(BsonValue::asDocument)
                        .map(CommitDocument::recorded)
                        .toList(),
                tail.latest(),
                previous(document),
                tail.chain());
    }

    /** Of a document whose events may lack everything else. */
    static List<EventHeader> headers(BsonDocument document) {
        List<EventHeader> headers = new ArrayList<>();
        long position = first(document);
        for (BsonValue each : document.getArray("events")) {
            BsonDocument event = each.asDocument();
            headers.add(new EventHeader(position++, number(document), type(event), texts(event, "tags")));
        }
        return headers;
    }

    private static EventType type(BsonDocument event) {
        return new EventType(text(event, "type"), optional(event, "revision"));
    }

    private static Origin origin(BsonDocument document) {
        String name = text(document, "origin");
        return document.containsKey("command")
                ? new Origin.Command(document.getBinary("command").asUuid(), name, hash(document, "content"))
                : new Origin.SystemTask(name);
    }

    private static RecordedEvent recorded(BsonDocument event) {
        return new RecordedEvent(
                text(event, "id"),
                Micros.instant(event.getInt64("timestamp").getValue()),
                type(event),
                slot(event),
                map(texts(event, "metadata")),
                texts(event, "tags"),
                new Payload(text(event, "encoding"), event.getBinary("payload").getData()));
    }

    private static @Nullable StreamPosition slot(BsonDocument event) {
        if (!event.containsKey("aggregate")) {
            return null;
        }
        BsonDocument slot = event.getDocument("aggregate");
        return new StreamPosition(
                text(slot, "type"), text(slot, "id"), slot.getInt64("sequence").getValue());
    }

    private static SortedMap<String, String> map(List<String> pairs) {
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
    }

    private static List<String> texts(BsonDocument document, String field) {
        return document.getArray(field).stream()
                .map(value -> value.asString().getValue())
                .toList();
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private static @Nullable String optional(BsonDocument document, String field) {
        return document.containsKey(field) ? text(document, field) : null;
    }

    private static Hash hash(BsonDocument document, String field) {
        return Hash.of(document.getBinary(field).getData());
    }
}
