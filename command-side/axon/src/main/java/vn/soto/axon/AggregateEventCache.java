package vn.soto.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.LedgerEntry.OfAggregate;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.ObservableAppender;

/**
 * Cache of aggregate event streams. Entries are extended by commits, never invalidated, except when an append is
 * uncertain. Attached to an exclusive appender, it reads each stream from the ledger once; otherwise it reads what
 * follows the cached events at every call. Of a tally it holds the last event only. Weights are counted in events.
 * Streams seen only in commits have a cache of their own, in which they live until a fixed number of events has
 * followed. Most are never read, and keeping them longer would fill the old generation during imports. Thread-safe.
 */
final class AggregateEventCache implements CommitListener {

    private static final int PAGE = 1_000;

    /** Expiry is counted in events: each moves the clock of the cache by this. Below a second Caffeine would round. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final LedgerReader reader;
    private final Function<StoredEvent, OfAggregate> entries;
    private final Predicate<String> tallies;
    private final Cache<String, Stream> read;
    private final Cache<String, Stream> unread;
    private boolean attached;
    private long eventsSeen;

    /**
     * @param maxRead   most events cached of streams that were read; a longer stream is not cached
     * @param maxUnread the same for streams seen only in commits
     */
    AggregateEventCache(
            LedgerReader reader,
            Function<StoredEvent, OfAggregate> entries,
            Predicate<String> tallies,
            int maxRead,
            int maxUnread) {
        this.reader = reader;
        this.entries = entries;
        this.tallies = tallies;
        this.read = bounded(maxRead).build();
        this.unread = bounded(maxUnread)
                .ticker(() -> eventsSeen * TICK.toNanos())
                .expireAfterWrite(TICK.multipliedBy(maxUnread))
                .build();
    }

    /** Evicts on the thread that writes, so that the bound holds at once. */
    private static Caffeine<String, Stream> bounded(int events) {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(events)
                .weigher((String aggregate, Stream stream) -> stream.weight());
    }

    /** Relies on the reports of {@code appender} from now on; called before the first read. */
    void attach(ObservableAppender appender) {
        attached = true;
        appender.addCommitListener(this);
    }

    /** As {@link LedgerReader#aggregate}. */
    List<OfAggregate> read(String aggregate, long sequence, int limit) {
        List<OfAggregate> beginning = attached ? whole(aggregate) : cached(aggregate);
        if (sequence > beginning.size()) {
            return attached ? List.of() : stored(aggregate, sequence, limit);
        }
        int from = (int) sequence;
        List<OfAggregate> events = beginning.subList(from, Math.min(from + limit, beginning.size()));
        if (attached || events.size() == limit) {
            return events;
        }
        List<OfAggregate> later = stored(aggregate, beginning.size(), limit - events.size());
        extend(aggregate, beginning, later);
        return joined(events, later);
    }

    /** The last event of a tally; empty if it has none. */
    List<OfAggregate> last(String aggregate) {
        return attached ? whole(aggregate) : storedLast(aggregate);
    }

    /** As {@link LedgerReader#head}. */
    OptionalLong head(String aggregate) {
        if (!attached) {
            return reader.head(aggregate);
        }
        List<OfAggregate> events = whole(aggregate);
        return events.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(events.getLast().getSequenceNumber());
    }

    /** Events in the cache. */
    synchronized long weight() {
        return weight(read) + weight(unread);
    }

    private static long weight(Cache<String, Stream> cache) {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private List<OfAggregate> whole(String aggregate) {
        Stream stream = opened(aggregate);
        List<OfAggregate> events = stream.events;
        if (events != null) {
            return events;
        }
        try {
            return loaded(aggregate, stream, tallies.test(aggregate) ? storedLast(aggregate) : storedWhole(aggregate));
        } catch (RuntimeException e) {
            discard(aggregate, stream);
            throw e;
        }
    }

    /** The stream in the cache of streams that were read; without events if it has to be loaded. */
    private synchronized Stream opened(String aggregate) {
        Stream known = read.getIfPresent(aggregate);
        if (known != null) {
            return known;
        }
        Stream seen = unread.getIfPresent(aggregate);
        unread.invalidate(aggregate);
        Stream opened = seen == null ? new Stream(null) : seen;
        read.put(aggregate, opened);
        return opened;
    }

    /** Adds the events committed during the load, unless the load returned them. */
    private synchronized List<OfAggregate> loaded(String aggregate, Stream stream, List<OfAggregate> stored) {
        List<OfAggregate> events = stream.events;
        if (events != null) {
            return events;
        }
        for (OfAggregate event : stream.duringLoad) {
            stored = with(aggregate, stored, event);
        }
        if (read.getIfPresent(aggregate) == stream) {
            stream.events = stored;
            read.put(aggregate, stream);
        }
        return stored;
    }

    private synchronized void discard(String aggregate, Stream stream) {
        if (stream.events == null) {
            read.asMap().remove(aggregate, stream);
        }
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
                StreamPosition place = commit.events().get(i).aggregate();
                if (place != null) {
                    committed(
                            place,
                            entries.apply(new StoredEvent(
                                    commit.first() + i,
                                    commit.number(),
                                    commit.events().get(i))));
                }
            }
        }
    }

    private void committed(StreamPosition place, OfAggregate event) {
        eventsSeen++;
        Stream known = read.getIfPresent(place.id());
        if (known != null) {
            extend(read, known, event);
            return;
        }
        Stream seen = place.sequence() == 0 ? new Stream(List.of()) : unread.getIfPresent(place.id());
        if (seen != null) {
            extend(unread, seen, event);
        }
    }

    private void extend(Cache<String, Stream> cache, Stream stream, OfAggregate event) {
        if (stream.events == null) {
            stream.duringLoad.add(event);
        } else {
            stream.events = with(event.getAggregateIdentifier(), stream.events, event);
            cache.put(event.getAggregateIdentifier(), stream);
        }
    }

    @Override
    public synchronized void onUncertain() {
        read.invalidateAll();
        unread.invalidateAll();
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

    private synchronized List<OfAggregate> cached(String aggregate) {
        Stream stream = read.getIfPresent(aggregate);
        return stream == null || stream.events == null ? List.of() : stream.events;
    }

    private synchronized void extend(String aggregate, List<OfAggregate> beginning, List<OfAggregate> later) {
        if (!later.isEmpty()) {
            read.put(aggregate, new Stream(joined(beginning, later)));
        }
    }

    private static List<OfAggregate> joined(List<OfAggregate> one, List<OfAggregate> other) {
        List<OfAggregate> both = new ArrayList<>(one.size() + other.size());
        both.addAll(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    /** The events of one aggregate. Written under the lock of the cache. */
    private static final class Stream {

        /** From the first on, or a tally's last; absent until they are loaded. */
        private volatile @Nullable List<OfAggregate> events;

        /** Committed while the events are being loaded. */
        private final List<OfAggregate> duringLoad = new ArrayList<>();

        Stream(@Nullable List<OfAggregate> events) {
            this.events = events;
        }

        /** An empty stream counts as one event; a stream that is being loaded is never evicted. */
        int weight() {
            List<OfAggregate> known = events;
            return known == null ? 0 : Math.max(1, known.size());
        }
    }
}
