package vn.soto.query.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The records of one kind of a team with a day in one month, with a row for each event that states them.
 *
 * @param id {@code <team>/<kind>/<month>}
 */
public record RestingMonth(@BsonId String id, List<RestingRow> rows) implements ReadModel {

    static final DocumentType<RestingMonth> KIND = new DocumentType<>("resting-records", RestingMonth.class);

    RestingMonth with(RestingRow row) {
        return new RestingMonth(id, VersionedRows.with(rows, row, RestingRow::position));
    }

    /** The records that stood before a position. */
    List<RestingRow> before(long position) {
        Map<String, RestingRow> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.position() < position).forEach(row -> last.put(row.record(), row));
        return last.values().stream().filter(row -> !row.gone()).toList();
    }

    /** A record as it stood before a position. */
    Optional<RestingRow> before(long position, String record) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            RestingRow row = rows.get(i);
            if (row.position() < position && row.record().equals(record)) {
                return row.gone() ? Optional.empty() : Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
