package vn.soto.query.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Documents;
import vn.soto.query.roll.Roll.Entry;
import vn.soto.query.roll.Roll.Full;
import vn.soto.query.roll.Roll.Sort;

/** Adds to rolls and reads them page by page. */
@Component
public final class Rolls {

    private final Documents documents;

    Rolls(Documents documents) {
        this.documents = documents;
    }

    /** Takes an entry once, however often it is added. */
    public static void add(Sort sort, String place, Entry entry, Batch batch) {
        Roll roll = batch.find(sort.current(), place).orElseGet(() -> Roll.empty(place));
        if (entry.position() <= roll.last()) {
            return;
        }
        Roll grown = roll.with(entry);
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
        Optional<Roll> roll = documents.find(sort.current(), place);
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
    private List<Entry> entries(Sort sort, Roll roll, long index) {
        long number = index / Roll.ENTRIES;
        int offset = (int) (index % Roll.ENTRIES);
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
