package vn.soto.query.unit;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Households that came to live in a residential unit, and that left it. Full lists of rows are kept aside unchanged.
 *
 * @param id   the unit
 * @param last position of the last row taken; rows up to it are in already
 * @param kept for each list kept aside, the commit of its first row
 * @param base households before {@code rows}
 */
public record HouseholdCount(@BsonId String id, long last, List<Long> kept, long base, List<Row> rows)
        implements ReadModel {

    static final DocumentType<HouseholdCount> KIND = new DocumentType<>("occupancy", HouseholdCount.class);
    static final int ROWS = 128;

    /** @param change +1 for one that came, -1 for one that left */
    public record Row(long position, long commit, String household, int change) {}

    /**
     * A full list of rows.
     *
     * @param id {@code <unit>/<number>}
     */
    public record Sealed(@BsonId String id, List<Row> rows) implements ReadModel {

        static final DocumentType<Sealed> KIND = new DocumentType<>("occupancy-history", Sealed.class);
    }

    static HouseholdCount empty(String unit) {
        return new HouseholdCount(unit, -1, List.of(), 0, List.of());
    }

    HouseholdCount with(Row row) {
        return new HouseholdCount(
                id,
                row.position,
                kept,
                base,
                Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    boolean isFull() {
        return rows.size() >= ROWS;
    }

    Sealed seal() {
        return new Sealed(history(kept.size()), rows);
    }

    HouseholdCount afterSeal() {
        List<Long> starts =
                Stream.concat(kept.stream(), Stream.of(rows.getFirst().commit)).toList();
        return new HouseholdCount(id, last, starts, base + sum(rows, Long.MAX_VALUE), List.of());
    }

    String history(int number) {
        return id + "/" + number;
    }

    static long sum(List<Row> rows, long commit) {
        return rows.stream()
                .filter(row -> row.commit <= commit)
                .mapToLong(Row::change)
                .sum();
    }
}
