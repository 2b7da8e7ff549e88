package vn.soto.ledgerwriter.sqlite;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Slot;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.sqlite.Streams.Stream;

/**
 * Drafts that become durable together, each checked against the file and against those before it, so that a bad one is
 * refused alone. Nothing outside it changes until the group is written.
 */
final class Group {

    private final Streams known;
    private final Clock clock;
    private final Duration maxClockLag;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private Tail tail;

    Group(Tail tail, Streams known, Clock clock, Duration maxClockLag) {
        this.tail = tail;
        this.known = known;
        this.clock = clock;
        this.maxClockLag = maxClockLag;
    }

    void add(Draft draft) throws SQLException {
        try {
            outcomes.add(new Outcome.Recorded(record(draft)));
        } catch (RuntimeException e) {
            outcomes.add(new Outcome.Refused(e));
        }
    }

    /** One for each draft, in order; true once the group is written. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    List<Commit> commits() {
        return commits;
    }

    /** The streams it writes to, with the heads they will have. */
    Map<String, Stream> streams() {
        return streams;
    }

    Tail tail() {
        return tail;
    }

    private Commit record(Draft draft) throws SQLException {
        checkCommand(draft);
        checkEventIds(draft);
        Map<String, Long> heads = checkSlots(draft);
        checkGuards(draft);
        Commit commit = Commit.after(tail, draft, checkedNow());
        for (var entry : heads.entrySet()) {
            streams.put(entry.getKey(), new Stream(integerOf(entry.getKey()), entry.getValue()));
        }
        if (draft.origin() instanceof Origin.Command command) {
            commands.add(command.id());
        }
        draft.events().forEach(event -> eventIds.add(event.id()));
        commits.add(commit);
        tail = commit.tail();
        return commit;
    }

    private void checkCommand(Draft draft) throws SQLException {
        if (draft.origin() instanceof Origin.Command(UUID id, var _, var _)
                && (commands.contains(id) || known.recorded(id))) {
            throw new LedgerException.Repeated(id);
        }
    }

    private void checkEventIds(Draft draft) {
        Set<String> own = new HashSet<>();
        for (int i = 0; i < draft.events().size(); i++) {
            String id = draft.events().get(i).id();
            if (!own.add(id) || eventIds.contains(id)) {
                throw new LedgerException.DuplicateEventId(id, i);
            }
        }
    }

    private Map<String, Long> checkSlots(Draft draft) throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        for (int i = 0; i < draft.events().size(); i++) {
            RecordedEvent event = draft.events().get(i);
            Slot slot = event.aggregate();
            if (slot != null) {
                Long own = heads.get(slot.id());
                if (slot.sequence() != (own == null ? head(slot.id()) : own) + 1) {
                    throw new LedgerException.Conflict(slot.id(), i);
                }
                heads.put(slot.id(), slot.sequence());
            }
        }
        return heads;
    }

    private void checkGuards(Draft draft) throws SQLException {
        for (Guard guard : draft.guards()) {
            if (head(guard.aggregate()) != guard.head()) {
                throw new LedgerException.Conflict(guard.aggregate(), -1);
            }
        }
    }

    private Instant checkedNow() {
        Instant now = clock.instant();
        if (tail.at().isAfter(now.plus(maxClockLag))) {
            throw new LedgerException.Unavailable(
                    "Đồng hồ chậm hơn giao dịch cuối. / The clock is behind the last commit.",
                    Duration.between(now, tail.at()),
                    null);
        }
        return now;
    }

    private long head(String aggregate) throws SQLException {
        Stream own = streams.get(aggregate);
        Stream stream = own == null ? known.find(aggregate) : own;
        return stream == null ? -1 : stream.head();
    }

    private long integerOf(String aggregate) throws SQLException {
        Stream own = streams.get(aggregate);
        Stream stream = own == null ? known.find(aggregate) : own;
        return stream == null ? nextInteger() : stream.id();
    }

    private long nextInteger() {
        return streams.values().stream().mapToLong(Stream::id).reduce(known.last(), Math::max) + 1;
    }
}
