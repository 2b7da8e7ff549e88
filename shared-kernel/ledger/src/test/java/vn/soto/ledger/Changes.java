package vn.soto.ledger;

import static vn.soto.ledger.Ledgers.with;
import static vn.soto.ledger.Ledgers.withEvent;
import static vn.soto.ledger.Ledgers.without;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Single changes to a commit that has every optional field; each must change its leaf. */
final class Changes {

    private static final UUID OTHER = new UUID(0x01981a2b3c4d7e5fL, 0x8a9b0c1d2e3f4a5cL);

    private Changes() {}

    static Map<String, UnaryOperator<Commit>> all() {
        Map<String, UnaryOperator<Commit>> changes = new LinkedHashMap<>();
        header(changes);
        origin(changes);
        events(changes);
        event(changes);
        payload(changes);
        return changes;
    }

    private static void header(Map<String, UnaryOperator<Commit>> changes) {
        changes.put("number", commit -> with(commit, "number", commit.number() + 1));
        changes.put("first", commit -> with(commit, "first", commit.first() + 1));
        changes.put("id", commit -> with(commit, "id", OTHER));
        changes.put("at", commit -> with(commit, "at", commit.at().plusNanos(1_000)));
        for (String field : List.of("actor", "reason", "corrects", "correlation", "causation")) {
            changes.put(field, commit -> with(commit, field, "someone.else"));
            changes.put(field + " empty", commit -> with(commit, field, ""));
        }
        changes.put("no reason", commit -> without(commit, "reason"));
        changes.put("no corrects", commit -> without(commit, "corrects"));
        changes.put(
                "reason as corrects",
                commit -> with(
                        commit,
                        Map.of(
                                "reason", Objects.requireNonNull(commit.corrects()),
                                "corrects", Objects.requireNonNull(commit.reason()))));
        changes.put(
                "text moved over the border of two fields",
                commit -> with(
                        commit,
                        Map.of(
                                "correlation",
                                commit.correlation() + commit.causation().charAt(0),
                                "causation",
                                commit.causation().substring(1))));
    }

    private static void origin(Map<String, UnaryOperator<Commit>> changes) {
        changes.put("command id", commit -> with(commit, "origin", with(command(commit), "id", OTHER)));
        changes.put("command name", commit -> with(commit, "origin", with(command(commit), "name", "other")));
        changes.put(
                "command content",
                commit -> with(commit, "origin", with(command(commit), "content", Hash.sha256(new byte[1]))));
        changes.put(
                "a task of the system",
                commit -> with(
                        commit, "origin", new Origin.SystemTask(command(commit).name())));
    }

    private static void events(Map<String, UnaryOperator<Commit>> changes) {
        changes.put(
                "events swapped",
                commit -> with(commit, "events", commit.events().reversed()));
        changes.put(
                "first event dropped",
                commit -> with(commit, "events", commit.events().subList(1, 2)));
        changes.put(
                "last event dropped",
                commit -> with(commit, "events", commit.events().subList(0, 1)));
        changes.put("event doubled", commit -> {
            List<RecordedEvent> events = new ArrayList<>(commit.events());
            events.add(events.getLast());
            return with(commit, "events", events);
        });
    }

    private static void event(Map<String, UnaryOperator<Commit>> changes) {
        first(changes, "event id", event -> with(event, "id", "other"));
        first(
                changes,
                "timestamp",
                event -> with(event, "timestamp", event.timestamp().plusNanos(1_000)));
        first(changes, "type", event -> with(event, "type", with(event.type(), "name", "other")));
        first(changes, "revision", event -> with(event, "type", with(event.type(), "revision", "2")));
        first(changes, "no revision", event -> with(event, "type", without(event.type(), "revision")));
        first(changes, "no aggregate", event -> without(event, "aggregate"));
        first(changes, "aggregate type", event -> with(event, "aggregate", with(slot(event), "type", "other")));
        first(changes, "aggregate id", event -> with(event, "aggregate", with(slot(event), "id", "other")));
        first(changes, "sequence", event -> with(event, "aggregate", with(slot(event), "sequence", 4L)));
        first(changes, "metadata value", event -> metadata(event, "a", "9"));
        first(changes, "metadata added", event -> metadata(event, "z", ""));
        first(changes, "metadata key", event -> {
            SortedMap<String, String> metadata = new TreeMap<>(event.metadata());
            metadata.put("c", Objects.requireNonNull(metadata.remove("b")));
            return with(event, "metadata", metadata);
        });
        first(changes, "no metadata", event -> with(event, "metadata", new TreeMap<String, String>()));
        first(changes, "tag added", event -> {
            List<String> tags = new ArrayList<>(event.tags());
            tags.add("unit:1");
            return with(event, "tags", tags);
        });
        first(changes, "tag changed", event -> with(event, "tags", List.of("actor:lan", "team:8", "unit:25747")));
        first(changes, "no tags", event -> with(event, "tags", List.of()));
        changes.put(
                "empty revision gone",
                commit -> withEvent(commit, 1, event -> with(event, "type", without(event.type(), "revision"))));
    }

    private static void payload(Map<String, UnaryOperator<Commit>> changes) {
        first(changes, "encoding", event -> with(event, "payload", with(event.payload(), "encoding", "cbor")));
        first(changes, "no payload", event -> with(event, "payload", with(event.payload(), "bytes", new byte[0])));
        first(
                changes,
                "payload longer",
                event -> bytes(event, Arrays.copyOf(event.payload().bytes(), 99)));
        first(changes, "one bit of the payload", event -> {
            byte[] bytes = event.payload().bytes().clone();
            bytes[bytes.length / 2] ^= 1;
            return bytes(event, bytes);
        });
    }

    private static void first(
            Map<String, UnaryOperator<Commit>> changes, String name, UnaryOperator<RecordedEvent> change) {
        changes.put(name, commit -> withEvent(commit, 0, change));
    }

    private static RecordedEvent metadata(RecordedEvent event, String key, String value) {
        SortedMap<String, String> metadata = new TreeMap<>(event.metadata());
        metadata.put(key, value);
        return with(event, "metadata", metadata);
    }

    private static RecordedEvent bytes(RecordedEvent event, byte[] bytes) {
        return with(event, "payload", with(event.payload(), "bytes", bytes));
    }

    private static Origin.Command command(Commit commit) {
        return (Origin.Command) commit.origin();
    }

    private static StreamPosition slot(RecordedEvent event) {
        return Objects.requireNonNull(event.aggregate());
    }
}
