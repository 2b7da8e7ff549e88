package vn.soto.query.detection;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** An outreach session as detectors see it, with a row after each event. */
public record TracedSession(@BsonId String id, List<SessionRow> versions)
        implements VersionedModel<SessionRow, TracedSession> {

    static final DocumentType<TracedSession> KIND = new DocumentType<>("traced-sessions", TracedSession.class);

    @Override
    public TracedSession with(SessionRow version) {
        return new TracedSession(id, VersionedRows.with(versions, version));
    }
}
