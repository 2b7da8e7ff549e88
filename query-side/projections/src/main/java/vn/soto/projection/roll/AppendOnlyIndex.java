package vn.soto.projection.roll;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Everything that has ever entered a place, such as the households of a unit, in the order of the ledger. Nothing is taken
 * out: whether what entered is still there is said by its own document, as of any commit. Full lists are kept aside
 * unchanged.
 *
 * @param id   the place
 * @param last position of the last entry taken; those up to it are in already
 * @param kept how many full lists are kept aside
 */
public record AppendOnlyIndex(@BsonId String id, long last, int kept, List<Entry> entries) implements ReadModel {

    static final int ENTRIES = 32;

    /**
     * @param subject  what entered
     * @param position of the event that says so, and {@code commit} that holds it
     */
    public record Entry(String subject, long position, long commit) {}

    /**
     * A full list.
     *
     * @param id {@code <place>/<number>}
     */
    public record Full(@BsonId String id, List<Entry> entries) implements ReadModel {}

    /** The collections of one sort of rolls; a full list is written before the roll that refers to it. */
    public record Sort(DocumentType<Full> full, DocumentType<AppendOnlyIndex> current) {

        public static Sort named(String collection) {
            return new Sort(
                    new DocumentType<>(collection + "-history", Full.class),
                    new DocumentType<>(collection, AppendOnlyIndex.class));
        }

        public List<DocumentType<?>> kinds() {
            return List.of(full, current);
        }
    }

    static AppendOnlyIndex empty(String place) {
        return new AppendOnlyIndex(place, -1, 0, List.of());
    }

    AppendOnlyIndex with(Entry entry) {
        return new AppendOnlyIndex(
                id,
                entry.position,
                kept,
                Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    boolean isFull() {
        return entries.size() >= ENTRIES;
    }

    Full full() {
        return new Full(full(kept), entries);
    }

    AppendOnlyIndex afterFull() {
        return new AppendOnlyIndex(id, last, kept + 1, List.of());
    }

    String full(int number) {
        return id + "/" + number;
    }
}
