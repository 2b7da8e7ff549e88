package vn.soto.ledgerwriter.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.CommitListeners;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.Sequencer;

/** A ledger in memory, for tests and trials: the same rules, no durability. Listeners are called by the appending thread. */
public final class MemoryLedger implements LedgerReader, ObservableAppender, AutoCloseable {

    private final String origin;
    private final Sequencer sequencer;
    private final List<Commit> commits = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, List<Long>> streams = new HashMap<>();
    private final Map<UUID, Commit> commands = new HashMap<>();
    private final CommitListeners listeners = new CommitListeners();

    /** Keeps reports in the order of commits; not held by readers, so a listener may wait for one. */
    private final ReentrantLock writing = new ReentrantLock();

    private Tail tail;
    private boolean closed;

    public MemoryLedger(String origin, Clock clock) {
        this.origin = origin;
        this.tail = Tail.empty(origin);
        this.sequencer = new Sequencer(tail, new Stored(), clock);
    }

    /** A new ledger that starts with a copy of what {@code source} holds. */
    public static MemoryLedger copyOf(LedgerReader source, Clock clock) {
        MemoryLedger copy = new MemoryLedger(source.origin(), clock);
        for (var page = source.commits(1, 500); !page.isEmpty(); page = source.commits(copy.tail.number() + 1, 500)) {
            page.forEach(copy::store);
        }
        return copy;
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public Commit append(Draft draft) {
        writing.lock();
        try {
            Commit commit = record(draft);
            listeners.committed(List.of(commit));
            return commit;
        } finally {
            writing.unlock();
        }
    }

    private synchronized Commit record(Draft draft) {
        if (closed) {
            throw new LedgerException.Unavailable("the ledger is closed", Duration.ofSeconds(1), null);
        }
        sequencer.begin(tail);
        Commit commit = sequencer.next(draft);
        store(commit);
        return commit;
    }

    private void store(Commit commit) {
        commits.add(commit);
        if (commit.origin() instanceof Origin.Command command) {
            commands.put(command.id(), commit);
        }
        for (RecordedEvent event : commit.events()) {
            long position = events.size();
            events.add(new StoredEvent(position, commit.number(), event));
            StreamPosition place = event.aggregate();
            if (place != null) {
                streams.computeIfAbsent(place.id(), id -> new ArrayList<>()).add(position);
            }
        }
        tail = commit.tail();
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public synchronized Tail tail() {
        return tail;
    }

    @Override
    public synchronized List<Commit> commits(long number, int limit) {
        return page(commits, number - 1, limit);
    }

    @Override
    public synchronized Optional<Commit> commitAtPosition(long position) {
        return page(events, position, position < 0 ? 0 : 1).stream()
                .findFirst()
                .map(event -> commits.get((int) event.commit() - 1));
    }

    @Override
    public synchronized Optional<Commit> commitOfCommand(UUID command) {
        return Optional.ofNullable(commands.get(command));
    }

    @Override
    public synchronized List<StoredEvent> events(long position, int limit) {
        return page(events, position, limit);
    }

    @Override
    public synchronized List<StoredEvent> aggregate(String id, long sequence, int limit) {
        return page(streams.getOrDefault(id, List.of()), sequence, limit).stream()
                .map(position -> events.get(position.intValue()))
                .toList();
    }

    @Override
    public synchronized OptionalLong head(String aggregate) {
        List<Long> stream = streams.get(aggregate);
        return stream == null ? OptionalLong.empty() : OptionalLong.of(stream.size() - 1L);
    }

    @Override
    public synchronized long numberAsOf(Instant instant) {
        return commits.stream().filter(commit -> !commit.at().isAfter(instant)).count();
    }

    @Override
    public synchronized long firstPositionSince(Instant timestamp) {
        return events.stream()
                .filter(event -> !event.event().timestamp().isBefore(timestamp))
                .mapToLong(StoredEvent::position)
                .findFirst()
                .orElse(events.size());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private final class Stored implements Sequencer.Known {

        @Override
        public long head(String aggregate) {
            return MemoryLedger.this.head(aggregate).orElse(-1);
        }

        @Override
        public boolean hasCommand(UUID command) {
            return commands.containsKey(command);
        }
    }

    private static <T> List<T> page(List<T> all, long from, int limit) {
        int start = Math.clamp(from, 0, all.size());
        return List.copyOf(all.subList(start, (int) Math.min(all.size(), start + (long) limit)));
    }
}
