package vn.soto.ledger.mongo;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Cache of commits' first positions. Positions never change, so a search starts from the nearest cached ones. */
final class CommitPositions {

    private static final int KEPT = 20_000;

    private final ConcurrentSkipListMap<Long, Long> numbers = new ConcurrentSkipListMap<>();

    void add(long number, long first) {
        if (numbers.size() >= KEPT) {
            numbers.clear();
        }
        numbers.put(first, number);
    }

    /** The last known commit that begins at or before {@code position}; 0 if none is known. */
    long atOrBefore(long position) {
        Map.Entry<Long, Long> entry = numbers.floorEntry(position);
        return entry == null ? 0 : entry.getValue();
    }

    /** The first known commit that begins after {@code position}; {@code otherwise} if none is known. */
    long after(long position, long otherwise) {
        Map.Entry<Long, Long> entry = numbers.higherEntry(position);
        return entry == null ? otherwise : entry.getValue();
    }
}
