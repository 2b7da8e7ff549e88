package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.IdList;

/** The records of one kind of one team in the documents of a batch. */
record RestingDocuments(String team, RestingKind kind, Batch batch) {

    /** Parts of months with records, by team and kind. */
    static final DocumentType<IdList> PARTS = IdList.in("resting-parts");

    /** Parts with assignments, by team and household: no day tells where the one before stands. */
    static final DocumentType<IdList> ASSIGNED = IdList.in("resting-assignments");

    private String list() {
        return team + "/" + kind;
    }

    private Stream<String> ids(DocumentType<IdList> lists, String id) {
        return batch.find(lists, id).stream().flatMap(found -> found.ids().stream());
    }

    /** The parts in which a record may stand, the likely one first. */
    private Stream<String> parts(String record, String likely) {
        return kind == RestingKind.ASSIGNMENT
                ? ids(ASSIGNED, assigned(record))
                : Stream.concat(
                        Stream.of(likely),
                        ids(PARTS, list()).filter(part -> !part.equals(likely)).sorted(Comparator.reverseOrder()));
    }

    private Optional<RestingPart> part(String part) {
        return batch.find(RestingPart.KIND, list() + "/" + part);
    }

    void put(RestingRow row) {
        String part = RestingPart.of(row.day());
        IdList.add(PARTS, list(), part, batch);
        if (kind == RestingKind.ASSIGNMENT) {
            IdList.add(ASSIGNED, assigned(row.record()), part, batch);
        }
        batch.put(
                RestingPart.KIND,
                part(part)
                        .orElseGet(() -> new RestingPart(list() + "/" + part, List.of()))
                        .with(row));
    }

    private String assigned(String household) {
        return team + "/" + household;
    }

    /** The records with a day from {@code first} on, as they stood before a position. */
    List<RestingRow> since(LocalDate first, long before) {
        String from = RestingPart.of(first);
        return ids(PARTS, list())
                .filter(part -> part.compareTo(from) >= 0)
                .flatMap(part -> part(part).stream())
                .flatMap(part -> part.before(before).stream())
                .filter(row -> !row.day().isBefore(first))
                .toList();
    }

    /** A record as it stood before a position; the parts are searched from the likely one, then from the latest. */
    Optional<RestingRow> find(String record, LocalDate likely, long before) {
        return parts(record, RestingPart.of(likely))
                .flatMap(part -> part(part).stream())
                .flatMap(part -> part.before(before, record).stream())
                .findFirst();
    }
}
