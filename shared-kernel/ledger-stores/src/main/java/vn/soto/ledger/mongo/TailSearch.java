package vn.soto.ledger.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the greatest existing one of dense numbers in few queries, each for many numbers and answered from an index.
 */
final class TailSearch {

    private static final int AT_ONCE = 32;

    private TailSearch() {}

    /**
     * The greatest number of {@code 0, 1, 2, …} that exists, or -1; all before it exist too.
     *
     * @param greatest the greatest existing one among those asked for, or -1
     */
    static long last(Function<List<Long>, Long> greatest) {
        List<Long> doubling = new ArrayList<>(List.of(0L));
        for (int power = 0; power < 48; power++) {
            doubling.add(1L << power);
        }
        long low = greatest.apply(doubling);
        if (low < 1) {
            return low;
        }
        return last(low, 2 * low, greatest);
    }

    /** The greatest existing number in {@code [low, high)}; {@code low} exists and {@code high} does not. */
    static long last(long low, long high, Function<List<Long>, Long> greatest) {
        long from = low;
        long to = high;
        while (to - from > 1) {
            List<Long> asked = spread(from, to);
            long found = Math.max(from, greatest.apply(asked));
            long next = to;
            for (long number : asked) {
                if (number > found) {
                    next = number;
                    break;
                }
            }
            from = found;
            to = next;
        }
        return from;
    }

    /** Up to {@value #AT_ONCE} numbers strictly between the two, evenly. */
    private static List<Long> spread(long from, long to) {
        long gap = to - from;
        long parts = Math.min(gap, AT_ONCE + 1L);
        List<Long> numbers = new ArrayList<>();
        for (long part = 1; part < parts; part++) {
            numbers.add(from + Math.floorDiv(gap * part, parts));
        }
        return numbers;
    }
}
