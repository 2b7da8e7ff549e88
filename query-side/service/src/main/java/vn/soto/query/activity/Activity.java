package vn.soto.query.activity;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * Help given in one residential unit in one quarter: totals, then the rows after them. Full lists of rows are kept aside
 * unchanged, so the totals as of any commit stay known.
 *
 * @param id     {@code <unit>/<quarter>}
 * @param last   order of the last row taken; rows up to it are in already
 * @param kept for each list kept aside, the commit of its first row
 * @param base   before {@code rows}
 */
public record Activity(@BsonId String id, long last, List<Long> kept, Totals base, List<ActivityRow> rows)
        implements ReadModel {

    static final DocumentType<Activity> KIND = new DocumentType<>("activity", Activity.class);
    static final int ROWS = 64;

    /**
     * A full list of rows.
     *
     * @param id   {@code <unit>/<quarter>/<number>}
     * @param base before the rows
     */
    public record Sealed(@BsonId String id, Totals base, List<ActivityRow> rows) implements ReadModel {

        static final DocumentType<Sealed> KIND = new DocumentType<>("activity-history", Sealed.class);

        Totals asOf(long commit) {
            return sum(base, rows, commit);
        }
    }

    static Activity empty(String id) {
        return new Activity(id, -1, List.of(), Totals.NONE, List.of());
    }

    Activity with(ActivityRow row) {
        return new Activity(id, row.order(), kept, base, VersionedRows.with(rows, row, ActivityRow::order));
    }

    boolean isFull() {
        return rows.size() >= ROWS;
    }

    Sealed seal() {
        return new Sealed(history(kept.size()), base, rows);
    }

    Activity afterSeal() {
        return new Activity(
                id,
                last,
                Stream.concat(kept.stream(), Stream.of(rows.getFirst().commit()))
                        .toList(),
                sum(base, rows, Long.MAX_VALUE),
                List.of());
    }

    /** The list kept aside that knows the totals as of {@code commit}; absent if this document does, or if there are none. */
    OptionalInt history(long commit) {
        boolean here = !rows.isEmpty() && rows.getFirst().commit() <= commit;
        return here
                ? OptionalInt.empty()
                : IntStream.range(0, kept.size())
                        .filter(number -> kept.get(number) <= commit)
                        .reduce((a, b) -> b);
    }

    String history(int number) {
        return id + "/" + number;
    }

    Totals asOf(long commit) {
        boolean here = !rows.isEmpty() && rows.getFirst().commit() <= commit;
        return here ? sum(base, rows, commit) : Totals.NONE;
    }

    private static Totals sum(Totals base, List<ActivityRow> rows, long commit) {
        return rows.stream()
                .filter(row -> row.commit() <= commit)
                .map(Totals::of)
                .reduce(base, Totals::plus);
    }
}
