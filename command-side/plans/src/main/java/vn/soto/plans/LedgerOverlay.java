package vn.soto.plans;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommits;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

/**
 * A ledger that reads through to another one, as that was at first, and keeps its own appends in memory, by aggregate.
 * Later appends of others are not read, because they would contradict earlier reads.
 */
final class LedgerOverlay implements LedgerReader {

    private final LedgerReader below;
    private final Clock clock;
    private long read;
    private final Map<String, List<StoredEvent>> above = new HashMap<>();
    private final Deque<String> appended = new ArrayDeque<>();
    private Tail tail;
    private int size;

    LedgerOverlay(LedgerReader below, Clock clock) {
        this.below = below;
        this.clock = clock;
        this.tail = below.tail();
        this.read = tail.number();
    }

    int size() {
        return size;
    }

    Commit append(Draft draft) {
        checkSlots(draft.events());
        Commit commit = Commit.after(tail, draft, clock.instant());
        long position = commit.first();
        for (RecordedEvent event : commit.events()) {
            if (event.aggregate() != null) {
                above.computeIfAbsent(event.aggregate().id(), id -> new ArrayList<>())
                        .add(new StoredEvent(position, commit.number(), event));
                appended.push(event.aggregate().id());
            }
            position++;
            size++;
        }
        tail = commit.tail();
        return commit;
    }

    void returnTo(Tail earlier) {
        while (!appended.isEmpty() && last(appended.getFirst()).commit() > earlier.number()) {
            String aggregate = appended.pop();
            List<StoredEvent> own = Objects.requireNonNull(above.get(aggregate));
            own.removeLast();
            if (own.isEmpty()) {
                above.remove(aggregate);
            }
            size--;
        }
        tail = earlier;
    }

    private StoredEvent last(String aggregate) {
        return Objects.requireNonNull(above.get(aggregate)).getLast();
    }

    /** Whether it has no events of its own, and the ledger below none that it does not show. */
    boolean isRecent() {
        return size == 0 && below.tail().number() == read;
    }

    void renew() {
        above.clear();
        appended.clear();
        size = 0;
        tail = below.tail();
        read = tail.number();
    }

    /** Refuses a second event at the same position of an aggregate, as a ledger does. */
    private void checkSlots(List<RecordedEvent> events) {
        Set<String> written = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            StreamPosition slot = events.get(i).aggregate();
            if (slot != null
                    && written.add(slot.id())
                    && slot.sequence() != head(slot.id()).orElse(-1) + 1) {
                throw new LedgerException.Conflict(slot.id(), i);
            }
        }
    }

    @Override
    public String origin() {
        return below.origin();
    }

    @Override
    public Tail tail() {
        return tail;
    }

    @Override
    public List<StoredEvent> aggregate(String id, long sequence, int limit) {
        Stream<StoredEvent> under =
                below.aggregate(id, sequence, limit).stream().filter(stored -> stored.commit() <= read);
        List<StoredEvent> own = above.getOrDefault(id, List.of());
        return Stream.concat(under, own.stream().filter(stored -> sequence(stored) >= sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public OptionalLong head(String aggregate) {
        List<StoredEvent> own = above.get(aggregate);
        return own == null ? headBelow(aggregate) : OptionalLong.of(sequence(own.getLast()));
    }

    private OptionalLong headBelow(String aggregate) {
        OptionalLong last = below.head(aggregate);
        if (last.isEmpty() || below.tail().number() == read) {
            return last;
        }
        long sequence = last.getAsLong();
        while (sequence >= 0 && aggregate(aggregate, sequence, 1).isEmpty()) {
            sequence--;
        }
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    @Override
    public DamagedCommits damaged() {
        return below.damaged();
    }

    private static long sequence(StoredEvent stored) {
        return stored.event().aggregate() == null
                ? -1
                : stored.event().aggregate().sequence();
    }

    @Override
    public List<Commit> commits(long number, int limit) {
        return below.commits(number, limit);
    }

    @Override
    public Optional<Commit> commitAtPosition(long position) {
        return below.commitAtPosition(position);
    }

    @Override
    public Optional<Commit> commitOfCommand(UUID command) {
        return below.commitOfCommand(command);
    }

    @Override
    public List<StoredEvent> events(long position, int limit) {
        return below.events(position, limit);
    }

    @Override
    public long numberAsOf(Instant instant) {
        return below.numberAsOf(instant);
    }

    @Override
    public long firstPositionSince(Instant timestamp) {
        return below.firstPositionSince(timestamp);
    }
}
