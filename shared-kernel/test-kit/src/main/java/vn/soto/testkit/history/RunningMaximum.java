package vn.soto.testkit.history;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The highest of values that became known one by one, at any stamp. */
final class RunningMaximum {

    private final TreeMap<Long, Long> known = new TreeMap<>();

    /** In any order of stamps. */
    void add(long stamp, long value) {
        if (value <= upTo(stamp)) {
            return;
        }
        known.put(stamp, value);
        Map.Entry<Long, Long> later = known.higherEntry(stamp);
        while (later != null && later.getValue() <= value) {
            known.remove(later.getKey());
            later = known.higherEntry(stamp);
        }
    }

    /** The highest value known before {@code stamp}; the least of all numbers if none was. */
    long before(long stamp) {
        return value(known.lowerEntry(stamp));
    }

    private long upTo(long stamp) {
        return value(known.floorEntry(stamp));
    }

    private static long value(Map.@Nullable Entry<Long, Long> entry) {
        return entry == null ? Long.MIN_VALUE : entry.getValue();
    }
}
