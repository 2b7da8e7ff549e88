package vn.soto.query.team;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * A team with its card after each event, oldest first.
 *
 * @param cards never changed, only added to
 */
public record Team(@BsonId String id, List<TeamCard> cards) implements ReadModel {

    static final DocumentType<Team> KIND = new DocumentType<>("teams", Team.class);

    public Optional<TeamCard> asOf(long commit) {
        return cards.stream().filter(card -> card.commit() <= commit).reduce((a, b) -> b);
    }

    Optional<TeamCard> before(long position) {
        return cards.stream().filter(card -> card.position() < position).reduce((a, b) -> b);
    }

    Team with(TeamCard card) {
        return new Team(id, VersionedRows.with(cards, card, TeamCard::position));
    }
}
