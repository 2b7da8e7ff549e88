package vn.soto.ledgerwriter.axon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.ExclusiveAppender;
import vn.soto.ledgerwriter.axon.LedgerEntry.OfAggregate;

/**
 * The streams of aggregates, as far as they were read: what is stored never changes, so only what came after is asked of
 * the ledger, each time. As the witness of a {@link ExclusiveAppender} it knows what came after, and asks for a stream once. Of a
 * tally only the last event is kept. Those read least recently are forgotten when there are too many events; those it heard
 * begin and nobody has read, much sooner: most never will be, and to keep them long is what costs a garbage collector most.
 * For any number of threads.
 */
final class AggregateEventCache implements ExclusiveAppender.CommitListener {

    private static final int PAGE = 1_000;

    private final LedgerReader reader;
    private final Function<StoredEvent, OfAggregate> entries;
    private final Predicate<String> tallies;
    private final Shelf known;
    private final Shelf unread;
    private boolean witness;

    /**
     * @param known  most events kept of aggregates that were read; one with more is not kept at all
     * @param unread the same of those that were only heard of
     */
    AggregateEventCache(
            LedgerReader reader,
            Function<StoredEvent, OfAggregate> entries,
            Predicate<String> tallies,
            int known,
            int unread) {
        this.reader = reader;
        this.entries = entries;
        this.tallies = tallies;
        this.known = new Shelf(known);
        this.unread = new Shelf(unread);
    }

    /** Before anything is read. */
    void hear(ExclusiveAppender writer) {
        witness = true;
        writer.addCommitListener(this);
    }

    /** As {@link LedgerReader#aggregate}. */
    List<OfAggregate> read(String aggregate, long sequence, int limit) {
        List<OfAggregate> beginning = witness ? whole(aggregate) : known(aggregate);
        if (sequence > beginning.size()) {
            return witness ? List.of() : stored(aggregate, sequence, limit);
        }
        int from = (int) sequence;
        List<OfAggregate> events = beginning.subList(from, Math.min(from + limit, beginning.size()));
        if (witness || events.size() == limit) {
            return events;
        }
        List<OfAggregate> later = stored(aggregate, beginning.size(), limit - events.size());
        keep(aggregate, beginning, later);
        return joined(events, later);
    }

    /** The last event of a tally; empty if it has none. */
    List<OfAggregate> last(String aggregate) {
        return witness ? whole(aggregate) : storedLast(aggregate);
    }

    /** As {@link LedgerReader#head}. */
    OptionalLong head(String aggregate) {
        if (!witness) {
            return reader.head(aggregate);
        }
        List<OfAggregate> events = whole(aggregate);
        return events.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(events.getLast().getSequenceNumber());
    }

    private List<OfAggregate> whole(String aggregate) {
        Stream stream;
        synchronized (this) {
            stream = known.get(aggregate);
            if (stream == null) {
                Stream begun = unread.remove(aggregate);
                stream = begun == null ? new Stream(null) : begun;
                known.put(aggregate, stream);
            }
            if (stream.events != null) {
                return stream.events;
            }
        }
        List<OfAggregate> stored = tallies.test(aggregate) ? storedLast(aggregate) : storedWhole(aggregate);
        return settled(aggregate, stream, stored);
    }

    /** What was heard while the ledger was being asked comes on top of its answer, unless it is in it already. */
    private synchronized List<OfAggregate> settled(String aggregate, Stream stream, List<OfAggregate> stored) {
        List<OfAggregate> events = stream.events;
        if (events != null) {
            return events;
        }
        for (OfAggregate heard : stream.heard) {
            stored = with(aggregate, stored, heard);
        }
        if (known.get(aggregate) == stream) {
            stream.events = stored;
            known.put(aggregate, stream);
        }
        return stored;
    }

    private List<OfAggregate> with(String aggregate, List<OfAggregate> events, OfAggregate next) {
        if (!events.isEmpty() && events.getLast().getSequenceNumber() >= next.getSequenceNumber()) {
            return events;
        }
        return tallies.test(aggregate) ? List.of(next) : joined(events, List.of(next));
    }

    @Override
    public synchronized void onCommitted(List<Commit> commits) {
        for (Commit commit : commits) {
            for (int i = 0; i < commit.events().size(); i++) {
                StreamPosition slot = commit.events().get(i).aggregate();
                if (slot != null) {
                    heard(
                            slot,
                            entries.apply(new StoredEvent(
                                    commit.first() + i,
                                    commit.number(),
                                    commit.events().get(i))));
                }
            }
        }
    }

    private void heard(StreamPosition slot, OfAggregate event) {
        Shelf shelf = known;
        Stream stream = known.get(slot.id());
        if (stream == null) {
            shelf = unread;
            stream = slot.sequence() == 0 ? new Stream(List.of()) : unread.get(slot.id());
        }
        if (stream == null) {
            return;
        }
        if (stream.events == null) {
            stream.heard.add(event);
        } else {
            stream.events = with(slot.id(), stream.events, event);
            shelf.put(slot.id(), stream);
        }
    }

    @Override
    public synchronized void onUncertain() {
        known.clear();
        unread.clear();
    }

    private List<OfAggregate> storedWhole(String aggregate) {
        List<OfAggregate> all = new ArrayList<>();
        List<OfAggregate> page;
        do {
            page = stored(aggregate, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return List.copyOf(all);
    }

    private List<OfAggregate> storedLast(String aggregate) {
        OptionalLong head = reader.head(aggregate);
        return head.isEmpty() ? List.of() : stored(aggregate, head.getAsLong(), 1);
    }

    private List<OfAggregate> stored(String aggregate, long sequence, int limit) {
        return reader.aggregate(aggregate, sequence, limit).stream()
                .map(entries)
                .toList();
    }

    private synchronized List<OfAggregate> known(String aggregate) {
        Stream stream = known.get(aggregate);
        return stream == null || stream.events == null ? List.of() : stream.events;
    }

    private synchronized void keep(String aggregate, List<OfAggregate> beginning, List<OfAggregate> later) {
        if (!later.isEmpty()) {
            known.remove(aggregate);
            known.put(aggregate, new Stream(joined(beginning, later)));
        }
    }

    private static List<OfAggregate> joined(List<OfAggregate> one, List<OfAggregate> other) {
        List<OfAggregate> both = new ArrayList<>(one.size() + other.size());
        both.addAll(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    /** What is known of one aggregate; guarded by the lock of its owner. */
    private static final class Stream {

        /** From the first on, or a tally's last; not known while the ledger is being asked for the first time. */
        private @Nullable List<OfAggregate> events;

        /** Meanwhile. */
        private final List<OfAggregate> heard = new ArrayList<>();

        /** How much it counts on its shelf. */
        private int counted;

        Stream(@Nullable List<OfAggregate> events) {
            this.events = events;
        }

        /** That there is nothing is something to remember, too. */
        int weight() {
            return events == null ? 0 : Math.max(1, events.size());
        }
    }

    /** Streams with no more events than it may hold; the one touched longest ago makes room. */
    private static final class Shelf {

        private final int capacity;
        private final LinkedHashMap<String, Stream> streams = new LinkedHashMap<>(16, 0.75f, true);
        private int size;

        Shelf(int capacity) {
            this.capacity = capacity;
        }

        @Nullable
        Stream get(String aggregate) {
            return streams.get(aggregate);
        }

        /** Also after a stream that lies here has grown. */
        void put(String aggregate, Stream stream) {
            size += stream.weight() - stream.counted;
            stream.counted = stream.weight();
            streams.put(aggregate, stream);
            if (stream.counted > capacity) {
                remove(aggregate);
            }
            while (size > capacity) {
                size -= streams.pollFirstEntry().getValue().counted;
            }
        }

        @Nullable
        Stream remove(String aggregate) {
            Stream removed = streams.remove(aggregate);
            if (removed != null) {
                size -= removed.counted;
                removed.counted = 0;
            }
            return removed;
        }

        void clear() {
            streams.clear();
            size = 0;
        }
    }
}
