package vn.soto.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as the ledger holds it.
 *
 * @param id        at most 64 characters
 * @param timestamp microsecond precision, UTC
 * @param aggregate absent for an event outside any aggregate
 * @param metadata  in the natural order of its keys, whatever order it comes in
 * @param tags      sorted and distinct, such as {@code team:<id>}; the query side's timeline finds events by them
 */
public record RecordedEvent(
        String id,
        Instant timestamp,
        EventType type,
        @Nullable StreamPosition aggregate,
        SortedMap<String, String> metadata,
        List<String> tags,
        Payload payload) {

    public static final int MAX_ID_LENGTH = 64;

    public RecordedEvent {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("an event id has 1 to 64 characters: " + id);
        }
        timestamp = Micros.truncate(timestamp);
        metadata = metadata.isEmpty() ? Collections.emptySortedMap() : sorted(metadata);
        tags = areSortedAndDistinct(tags)
                ? List.copyOf(tags)
                : tags.stream().distinct().sorted().toList();
    }

    /** Not as a copy of the sorted map: that would keep an order of its own. */
    private static SortedMap<String, String> sorted(SortedMap<String, String> metadata) {
        SortedMap<String, String> sorted = new TreeMap<>();
        sorted.putAll(metadata);
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static boolean areSortedAndDistinct(List<String> tags) {
        for (int i = 1; i < tags.size(); i++) {
            if (tags.get(i - 1).compareTo(tags.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
