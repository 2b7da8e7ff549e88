package vn.soto.query.activity;

import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/** As which household a registration counts, after each merge and separation. */
public record SameHousehold(@BsonId String id, List<MergeRow> rows) implements ReadModel {

    static final DocumentType<SameHousehold> KIND = new DocumentType<>("same-household", SameHousehold.class);

    /** @param survivor absent once it counts by itself again */
    public record MergeRow(
            long position, long commit, @Nullable String survivor) implements Stamped {}

    SameHousehold with(MergeRow row) {
        return new SameHousehold(id, VersionedRows.with(rows, row));
    }

    String countsAs(long asOf) {
        return VersionedRows.last(rows, asOf)
                .map(row -> Objects.requireNonNullElse(row.survivor, id))
                .orElse(id);
    }
}
