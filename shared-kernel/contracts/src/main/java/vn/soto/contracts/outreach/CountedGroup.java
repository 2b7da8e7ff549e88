package vn.soto.contracts.outreach;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many households a group had, by the day they were counted; what is said last about a day holds. */
final class CountedGroup {

    private final NavigableMap<LocalDate, Count> counts = new TreeMap<>();
    private @Nullable LocalDate lastDay;

    record Count(long position, int households) {}

    void count(LocalDate day, long position, int households) {
        counts.put(day, new Count(position, households));
    }

    void close(LocalDate day) {
        lastDay = day;
    }

    /** As counted last by that day; absent before the first count and after the group was closed. */
    Optional<Count> on(LocalDate day) {
        boolean open = lastDay == null || !day.isAfter(lastDay);
        return open ? Optional.ofNullable(counts.floorEntry(day)).map(entry -> entry.getValue()) : Optional.empty();
    }
}
