package vn.soto.query.report;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * A part of what figures count of a team.
 *
 * @param id     {@code <team>/<part>}
 * @param events as {@link vn.soto.contracts.report.CountedEvents} packs them
 */
public record FigurePart(@BsonId String id, Binary events) implements ReadModel {

    static final DocumentType<FigurePart> KIND = new DocumentType<>("figure-parts", FigurePart.class);
}
