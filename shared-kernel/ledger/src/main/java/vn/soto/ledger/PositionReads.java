package vn.soto.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads entries at given places: with a query for many places at once if a store has one, otherwise in ranges. Close
 * ranges become one, because skipping a few entries costs less than another query.
 */
public final class PositionReads {

    private static final int GAP = 16;
    private static final int AT_ONCE = 500;

    private PositionReads() {}

    /** Reads a range of the ledger in order; a page may be shorter than asked for, but never empty before the end. */
    @FunctionalInterface
    interface Pages<T> {

        List<T> page(long first, int limit);
    }

    /**
     * @param places sorted
     * @throws IllegalStateException if the ledger does not reach that far
     */
    static <T> List<T> read(List<Long> places, Pages<T> pages, ToLongFunction<T> place) {
        List<T> found = new ArrayList<>(places.size());
        int next = 0;
        while (next < places.size()) {
            int end = end(places, next);
            long first = places.get(next);
            Map<Long, T> run = run(first, places.get(end - 1), pages, place);
            places.subList(next, end).forEach(wanted -> found.add(run.get(wanted)));
            next = end;
        }
        return found;
    }

    /**
     * Reads entries with a query that takes many places at once, wherever they are.
     *
     * @param places sorted
     * @param query  gives the entries at some of the places, in order
     * @throws IllegalStateException if one of them is not there
     */
    public static <T> List<T> these(List<Long> places, ToLongFunction<T> place, Function<List<Long>, List<T>> query) {
        List<T> found = new ArrayList<>(places.size());
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<Long> some = places.subList(from, Math.min(from + AT_ONCE, places.size()));
            List<T> there = query.apply(some);
            if (!there.stream().map(place::applyAsLong).toList().equals(some)) {
                throw new IllegalStateException("the ledger does not hold all of " + some);
            }
            found.addAll(there);
        }
        return found;
    }

    private static <T> Map<Long, T> run(long first, long last, Pages<T> pages, ToLongFunction<T> place) {
        Map<Long, T> run = new HashMap<>();
        while (run.size() <= last - first) {
            long next = first + run.size();
            List<T> page = pages.page(next, (int) (last - next) + 1);
            if (page.isEmpty()) {
                throw new IllegalStateException("the ledger holds nothing at " + next);
            }
            page.forEach(one -> run.put(place.applyAsLong(one), one));
        }
        return run;
    }

    private static int end(List<Long> places, int from) {
        long first = places.get(from);
        int end = from + 1;
        while (end < places.size()
                && places.get(end) - places.get(end - 1) <= GAP
                && places.get(end) - first < AT_ONCE) {
            end++;
        }
        return end;
    }
}
