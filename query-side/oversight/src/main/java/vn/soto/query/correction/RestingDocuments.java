package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.projection.Batch;
import vn.soto.projection.KeyedListType;
import vn.soto.projection.RowListType;

/** The records of one kind of one team in the documents of a batch. */
record RestingDocuments(String team, RestingKind kind, Batch batch) {

    /** Parts of months with records, by team and kind. */
    static final RowListType<String> PARTS = RowListType.ids("resting-parts");

    /** Parts with assignments, by team and household: no day tells where the one before stands. */
    static final RowListType<String> ASSIGNED = RowListType.ids("resting-assignments");

    /** By {@code <team>/<kind>/<month>-<part>}. */
    static final KeyedListType<RestingRow> ROWS =
            KeyedListType.of("resting-records", RestingRow.class, RestingRow::record, RestingRow::position);

    private String list() {
        return team + "/" + kind;
    }

    /** The parts in which a record may stand, the likely one first. */
    private Stream<String> parts(String record, String likely) {
        return kind == RestingKind.ASSIGNMENT
                ? ASSIGNED.find(assigned(record), batch).stream()
                : Stream.concat(
                        Stream.of(likely),
                        PARTS.find(list(), batch).stream()
                                .filter(part -> !part.equals(likely))
                                .sorted(Comparator.reverseOrder()));
    }

    void put(RestingRow row) {
        String part = RestingPart.of(row.day());
        PARTS.add(list(), part, batch);
        if (kind == RestingKind.ASSIGNMENT) {
            ASSIGNED.add(assigned(row.record()), part, batch);
        }
        ROWS.put(list() + "/" + part, row, batch);
    }

    private String assigned(String household) {
        return team + "/" + household;
    }

    /** The records with a day from {@code first} on, as they stood before a position. */
    List<RestingRow> since(LocalDate first, long before) {
        String from = RestingPart.of(first);
        return PARTS.find(list(), batch).stream()
                .filter(part -> part.compareTo(from) >= 0)
                .flatMap(part -> RestingPart.before(ROWS.find(list() + "/" + part, batch), before).stream())
                .filter(row -> !row.day().isBefore(first))
                .toList();
    }

    /** A record as it stood before a position; the parts are searched from the likely one, then from the latest. */
    Optional<RestingRow> find(String record, LocalDate likely, long before) {
        return parts(record, RestingPart.of(likely))
                .flatMap(part -> RestingPart.before(ROWS.find(list() + "/" + part, record, batch), before).stream())
                .findFirst();
    }
}
