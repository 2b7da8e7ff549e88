package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts of the households in a group by day; the last count recorded for a day is valid. */
final class CountedGroup {

    private final NavigableMap<LocalDate, Count> counts = new TreeMap<>();
    private @Nullable LocalDate lastDay;

    record Count(long position, int households) {}

    /** A count after the group was closed opens it again. */
    void count(LocalDate day, long position, int households) {
        lastDay = null;
        counts.put(day, new Count(position, households));
    }

    void close(LocalDate day) {
        lastDay = day;
    }

    /** The last count on or before that day; absent before the first count and after the group was closed. */
    Optional<Count> on(LocalDate day) {
        boolean open = lastDay == null || !day.isAfter(lastDay);
        return open ? Optional.ofNullable(counts.floorEntry(day)).map(entry -> entry.getValue()) : Optional.empty();
    }
}
