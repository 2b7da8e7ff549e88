package vn.soto.query.team;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * A team with a card after each event, oldest first.
 *
 * @param versions its cards, immutable and append-only
 */
public record Team(@BsonId String id, List<TeamCard> versions) implements VersionedModel<TeamCard, Team> {

    static final DocumentType<Team> KIND = new DocumentType<>("teams", Team.class);

    @Override
    public Team with(TeamCard card) {
        return new Team(id, VersionedRows.with(versions, card));
    }
}
