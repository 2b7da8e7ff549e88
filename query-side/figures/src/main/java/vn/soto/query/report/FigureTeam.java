package vn.soto.query.report;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.report.TeamParts;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * {@link TeamParts} as a document.
 *
 * @param id the team's
 */
public record FigureTeam(@BsonId String id, TeamParts parts) implements ReadModel {

    static final DocumentType<FigureTeam> KIND = new DocumentType<>("counted-lists", FigureTeam.class);

    static FigureTeam of(TeamParts parts) {
        return new FigureTeam(parts.team().value(), parts);
    }
}
