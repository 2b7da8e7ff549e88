package vn.soto.projection.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.roll.AppendOnlyIndex.Entry;
import vn.soto.projection.roll.AppendOnlyIndex.Full;
import vn.soto.projection.roll.AppendOnlyIndex.Sort;

/** Adds to rolls and reads them page by page. */
public final class AppendOnlyIndexes {

    private final Documents documents;

    public AppendOnlyIndexes(Documents documents) {
        this.documents = documents;
    }

    /** Takes an entry once, however often it is added. */
    public static void add(Sort sort, String place, Entry entry, Batch batch) {
        AppendOnlyIndex roll = batch.find(sort.current(), place).orElseGet(() -> AppendOnlyIndex.empty(place));
        if (entry.position() <= roll.last()) {
            return;
        }
        AppendOnlyIndex grown = roll.with(entry);
        if (grown.isFull()) {
            batch.put(sort.full(), grown.full());
            grown = grown.afterFull();
        }
        batch.put(sort.current(), grown);
    }

    /**
     * Up to {@code limit} of those that are there as of a commit, from index {@code from} of the roll on.
     *
     * @param present for entries whose subject is still there since that very entry: what to show
     */
    public <T> Page<T> page(
            Sort sort, String place, long from, int limit, long asOf, Function<List<Entry>, Map<Entry, T>> present) {
        Optional<AppendOnlyIndex> roll = documents.find(sort.current(), place);
        List<T> found = new ArrayList<>();
        long index = from;
        while (roll.isPresent()) {
            List<Entry> some = entries(sort, roll.get(), index).stream()
                    .filter(entry -> entry.commit() <= asOf)
                    .toList();
            if (some.isEmpty()) {
                break;
            }
            Map<Entry, T> there = present.apply(some);
            for (Entry entry : some) {
                T shown = there.get(entry);
                if (shown != null && found.size() == limit) {
                    return new Page<>(found, index);
                }
                if (shown != null) {
                    found.add(shown);
                }
                index++;
            }
        }
        return new Page<>(found, null);
    }

    /** From that index to the end of the list in which it stands. */
    private List<Entry> entries(Sort sort, AppendOnlyIndex roll, long index) {
        long number = index / AppendOnlyIndex.ENTRIES;
        int offset = (int) (index % AppendOnlyIndex.ENTRIES);
        List<Entry> list = List.of();
        if (number == roll.kept()) {
            list = roll.entries();
        } else if (number < roll.kept()) {
            list = documents
                    .find(sort.full(), roll.full((int) number))
                    .map(Full::entries)
                    .orElseThrow();
        }
        return list.subList(Math.min(offset, list.size()), list.size());
    }
}
