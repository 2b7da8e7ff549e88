package vn.soto.allinone.recount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;

/** The events of a ledger as they are stored, oldest first. */
public record RawLedger(List<RawEvent> events) {

    private static final JsonMapper JSON = new JsonMapper();

    public RawLedger {
        events = List.copyOf(events);
    }

    public static RawLedger of(LedgerReader ledger) {
        List<RawEvent> events = new ArrayList<>();
        long next = 1;
        List<Commit> page = ledger.commits(next, 500);
        while (!page.isEmpty()) {
            for (Commit commit : page) {
                long position = commit.first();
                for (RecordedEvent event : commit.events()) {
                    events.add(new RawEvent(
                            position++,
                            commit.number(),
                            commit.at(),
                            event.type().name(),
                            event.tags(),
                            JSON.readTree(new String(event.payload().bytes(), StandardCharsets.UTF_8))));
                }
            }
            next = page.getLast().number() + 1;
            page = ledger.commits(next, 500);
        }
        return new RawLedger(events);
    }

    /** The ledger as known at a commit. */
    public RawLedger upTo(long commit) {
        return new RawLedger(
                events.stream().filter(event -> event.commit() <= commit).toList());
    }

    /** The Vietnamese day on which its last event was recorded. */
    public LocalDate day() {
        return events.getLast().recordedOn();
    }

    public long tail() {
        return events.getLast().commit();
    }

    /** The events whose names begin in this way. */
    Stream<RawEvent> of(String prefix) {
        return events.stream().filter(event -> event.name().startsWith(prefix));
    }

    /** The different values of a text of the events whose names begin in this way, in the order of their first occurrence. */
    public List<String> ids(String prefix, String pointer) {
        return of(prefix)
                .flatMap(event -> Stream.ofNullable(event.textIfAny(pointer)))
                .distinct()
                .toList();
    }

    /** Everybody who was ever a member of a team. */
    public List<String> members() {
        return Stream.concat(
                        of("team.formed")
                                .flatMap(event -> RawEvent.each(event.body().get("members")).stream()
                                        .map(member -> member.get("member").asString())),
                        of("team.member-enrolled").map(event -> event.text("/member")))
                .distinct()
                .toList();
    }
}
