package vn.soto.query.detection;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** A record of help as detectors see it, with a row after each event. */
public record TracedHelp(@BsonId String id, List<HelpRow> versions) implements VersionedModel<HelpRow, TracedHelp> {

    static final DocumentType<TracedHelp> KIND = new DocumentType<>("traced-help", TracedHelp.class);

    @Override
    public TracedHelp with(HelpRow version) {
        return new TracedHelp(id, VersionedRows.with(versions, version));
    }
}
