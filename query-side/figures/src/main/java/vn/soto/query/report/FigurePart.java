package vn.soto.query.report;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * A part of what is kept of a team.
 *
 * @param id {@code <team>/<part>}
 */
public record FigurePart(@BsonId String id, CountedEvents events) implements ReadModel {

    static final DocumentType<FigurePart> KIND = new DocumentType<>("counted-events", FigurePart.class);
}
