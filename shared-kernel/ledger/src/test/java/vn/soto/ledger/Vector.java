package vn.soto.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published vector: commits as fields, and the bytes and hashes they must give. */
record Vector(String ledger, Hash genesis, List<Commit> commits, List<byte[]> encodings, List<Hash> leaves) {

    static Vector read(String name) {
        try (InputStream file = Vector.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return of(new JsonMapper().readTree(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector of(JsonNode json) {
        List<Commit> commits = new ArrayList<>();
        List<byte[]> encodings = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        for (JsonNode commit : json.get("commits")) {
            commits.add(commit(commit));
            JsonNode expected = commit.get("expected");
            encodings.add(HexFormat.of().parseHex(text(expected, "encoding")));
            leaves.add(hash(expected, "leaf"));
        }
        return new Vector(text(json, "ledger"), hash(json, "genesis"), commits, encodings, leaves);
    }

    private static Commit commit(JsonNode json) {
        List<RecordedEvent> events = new ArrayList<>();
        json.get("events").forEach(event -> events.add(event(event)));
        return new Commit(
                json.get("number").longValue(),
                json.get("first").longValue(),
                UUID.fromString(text(json, "id")),
                Instant.parse(text(json, "at")),
                origin(json.get("origin")),
                text(json, "actor"),
                optional(json, "reason"),
                optional(json, "corrects"),
                text(json, "correlation"),
                text(json, "causation"),
                events,
                Instant.parse(text(json, "latest")),
                hash(json.get("expected"), "previous"),
                hash(json.get("expected"), "chain"));
    }

    private static Origin origin(JsonNode json) {
        JsonNode command = json.get("command");
        return command == null
                ? new Origin.SystemTask(text(json, "system"))
                : new Origin.Command(
                        UUID.fromString(text(command, "id")), text(command, "name"), hash(command, "content"));
    }

    private static RecordedEvent event(JsonNode json) {
        JsonNode slot = json.get("aggregate");
        SortedMap<String, String> metadata = new TreeMap<>();
        json.get("metadata")
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().stringValue()));
        List<String> tags = new ArrayList<>();
        json.get("tags").forEach(tag -> tags.add(tag.stringValue()));
        return new RecordedEvent(
                text(json, "id"),
                Instant.parse(text(json, "timestamp")),
                new EventType(text(json, "type"), optional(json, "revision")),
                slot.isNull()
                        ? null
                        : new StreamPosition(
                                text(slot, "type"),
                                text(slot, "id"),
                                slot.get("sequence").longValue()),
                metadata,
                tags,
                new Payload(text(json, "encoding"), HexFormat.of().parseHex(text(json, "payload"))));
    }

    private static String text(JsonNode json, String field) {
        return json.get(field).stringValue();
    }

    private static @Nullable String optional(JsonNode json, String field) {
        return json.get(field).isNull() ? null : text(json, field);
    }

    private static Hash hash(JsonNode json, String field) {
        return Hash.parse(text(json, field));
    }
}
