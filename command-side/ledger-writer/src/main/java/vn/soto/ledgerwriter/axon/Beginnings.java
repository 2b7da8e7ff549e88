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
import vn.soto.ledger.Slot;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.SoleWriter;
import vn.soto.ledgerwriter.axon.LedgerEntry.OfAggregate;

/**
 * The streams of aggregates, as far as they were read: what is stored never changes, so only what came after is asked of
 * the ledger, each time. As the witness of a {@link SoleWriter} it knows what came after, and asks for a stream once. Of a
 * tally only the last event is kept. Those read least recently are forgotten when there are too many events. For any
 * number of threads.
 */
final class Beginnings implements SoleWriter.Witness {

    private static final int PAGE = 1_000;

    private final LedgerReader reader;
    private final Function<StoredEvent, OfAggregate> entries;
    private final Predicate<String> tallies;
    private final int capacity;
    private final LinkedHashMap<String, Stream> known = new LinkedHashMap<>(16, 0.75f, true);
    private int size;
    private boolean witness;

    /** @param capacity most events kept; an aggregate with more is not kept at all */
    Beginnings(
            LedgerReader reader, Function<StoredEvent, OfAggregate> entries, Predicate<String> tallies, int capacity) {
        this.reader = reader;
        this.entries = entries;
        this.tallies = tallies;
        this.capacity = capacity;
    }

    /** Before anything is read. */
    void hear(SoleWriter writer) {
        witness = true;
        writer.testify(this);
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

    private List<OfAggregate> whole(String aggregate) {
        Stream stream;
        synchronized (this) {
            stream = known.computeIfAbsent(aggregate, a -> new Stream());
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
            put(aggregate, stream, stored);
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
    public synchronized void recorded(List<Commit> commits) {
        for (Commit commit : commits) {
            for (int i = 0; i < commit.events().size(); i++) {
                Slot slot = commit.events().get(i).aggregate();
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

    private void heard(Slot slot, OfAggregate event) {
        Stream stream = slot.sequence() == 0
                ? known.computeIfAbsent(slot.id(), id -> new Stream(List.of()))
                : known.get(slot.id());
        if (stream == null) {
            return;
        }
        if (stream.events == null) {
            stream.heard.add(event);
        } else {
            put(slot.id(), stream, with(slot.id(), stream.events, event));
        }
    }

    @Override
    public synchronized void inDoubt() {
        known.clear();
        size = 0;
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
            put(aggregate, known.computeIfAbsent(aggregate, a -> new Stream()), joined(beginning, later));
        }
    }

    private void put(String aggregate, Stream stream, List<OfAggregate> events) {
        size -= stream.weight();
        stream.events = events;
        size += stream.weight();
        if (stream.weight() > capacity) {
            known.remove(aggregate);
            size -= stream.weight();
        }
        while (size > capacity) {
            size -= known.pollFirstEntry().getValue().weight();
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

        Stream() {}

        Stream(List<OfAggregate> events) {
            this.events = events;
        }

        /** That there is nothing is something to remember, too. */
        int weight() {
            return events == null ? 0 : Math.max(1, events.size());
        }
    }
}
