package vn.soto.ledgerwriter.axon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.axon.LedgerEntry.OfAggregate;

/**
 * The beginnings of aggregates, as far as they were read: what is stored never changes, so only what came after them is
 * asked of the ledger, each time. Those read least recently are forgotten when there are too many events. For any number
 * of threads.
 */
final class Beginnings {

    private final LedgerReader reader;
    private final Function<StoredEvent, OfAggregate> entries;
    private final int capacity;
    private final LinkedHashMap<String, List<OfAggregate>> known = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** @param capacity most events kept; an aggregate with more is not kept at all */
    Beginnings(LedgerReader reader, Function<StoredEvent, OfAggregate> entries, int capacity) {
        this.reader = reader;
        this.entries = entries;
        this.capacity = capacity;
    }

    /** As {@link LedgerReader#aggregate}. */
    List<OfAggregate> read(String aggregate, long sequence, int limit) {
        List<OfAggregate> beginning = known(aggregate);
        if (sequence > beginning.size()) {
            return stored(aggregate, sequence, limit);
        }
        int from = (int) sequence;
        List<OfAggregate> events = new ArrayList<>(beginning.subList(from, Math.min(from + limit, beginning.size())));
        if (events.size() < limit) {
            List<OfAggregate> later = stored(aggregate, beginning.size(), limit - events.size());
            events.addAll(later);
            keep(aggregate, beginning, later);
        }
        return events;
    }

    private List<OfAggregate> stored(String aggregate, long sequence, int limit) {
        return reader.aggregate(aggregate, sequence, limit).stream()
                .map(entries)
                .toList();
    }

    private synchronized List<OfAggregate> known(String aggregate) {
        return known.getOrDefault(aggregate, List.of());
    }

    private void keep(String aggregate, List<OfAggregate> beginning, List<OfAggregate> later) {
        if (!later.isEmpty() && beginning.size() + later.size() <= capacity) {
            List<OfAggregate> longer = new ArrayList<>(beginning);
            longer.addAll(later);
            put(aggregate, List.copyOf(longer));
        }
    }

    private synchronized void put(String aggregate, List<OfAggregate> beginning) {
        List<OfAggregate> before = known.put(aggregate, beginning);
        size += beginning.size() - (before == null ? 0 : before.size());
        while (size > capacity) {
            size -= known.pollFirstEntry().getValue().size();
        }
    }
}
