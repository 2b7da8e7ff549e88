package vn.soto.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** A draft in the making: valid by default, every id derived from its name, so that two runs write the same bytes. */
public final class Drafts {

    public static final Instant EVENT_TIME = Instant.parse("2026-07-01T02:03:04.000005Z");

    private final String name;
    private Origin origin;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();

    private Drafts(String name) {
        this.name = name;
        this.origin = command(name);
    }

    public static Drafts draft(String name) {
        return new Drafts(name);
    }

    /** A draft of a fresh command with one event. */
    public static Draft one(String name, String aggregate, long sequence) {
        return draft(name).event(aggregate, sequence).build();
    }

    /** The draft of which a ledger at the same point and time makes the same commit. */
    public static Draft of(Commit commit) {
        return new Draft(
                commit.id(),
                commit.origin(),
                commit.actor(),
                commit.reason(),
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.events(),
                List.of());
    }

    public static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Origin.Command command(String name) {
        return new Origin.Command(uuid("command " + name), "record-sample", Hash.sha256(bytes(name)));
    }

    public Drafts by(Origin other) {
        origin = other;
        return this;
    }

    public Drafts event(String aggregate, long sequence) {
        return event(new StreamPosition("sample", aggregate, sequence), EVENT_TIME, bytes(name + aggregate + sequence));
    }

    public Drafts loose() {
        return event(null, EVENT_TIME, bytes(name));
    }

    public Drafts event(@Nullable StreamPosition slot, Instant timestamp, byte[] body) {
        return event(new RecordedEvent(
                uuid(name + " event " + events.size()).toString(),
                timestamp,
                new EventType("sample.recorded", "1"),
                slot,
                new TreeMap<>(),
                List.of("sample:" + name),
                new Payload("json", body)));
    }

    public Drafts event(RecordedEvent event) {
        events.add(event);
        return this;
    }

    public Drafts guard(String aggregate, long head) {
        return guard(new Guard(aggregate, head));
    }

    public Drafts guard(Guard guard) {
        guards.add(guard);
        return this;
    }

    public Draft build() {
        return new Draft(uuid("commit " + name), origin, "tester", null, null, "undertaking", "cause", events, guards);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
