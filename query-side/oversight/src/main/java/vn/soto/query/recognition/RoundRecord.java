package vn.soto.query.recognition;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** The positions of a round's events in the ledger; their content is read there. */
public record RoundRecord(@BsonId String id, List<Version> versions)
        implements VersionedModel<RoundRecord.Version, RoundRecord> {

    static final DocumentType<RoundRecord> KIND = new DocumentType<>("recognition-rounds", RoundRecord.class);

    /** The round after an event. */
    public record Version(long position, long commit, String unit) implements Stamped {}

    @Override
    public RoundRecord with(Version version) {
        return new RoundRecord(id, VersionedRows.with(versions, version));
    }
}
