package vn.soto.query.team;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentType;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * A team with a card after each event, oldest first.
 *
 * @param versions its cards, immutable and append-only
 * @param facts    its events, for questions about a legal day; absent in a document of an earlier version of the product
 */
public record Team(
        @BsonId String id,
        List<TeamCard> versions,
        @Nullable List<TeamFact> facts) implements VersionedModel<TeamCard, Team> {

    static final DocumentType<Team> KIND = new DocumentType<>("teams", Team.class);

    @Override
    public Team with(TeamCard card) {
        return new Team(id, VersionedRows.with(versions, card), facts);
    }

    /** Adds an event; none to a document that lacks earlier ones. */
    Team with(TeamFact fact) {
        return facts == null ? this : new Team(id, versions, VersionedRows.with(facts, fact));
    }

    /** The team with the offices and flags that its facts give on its last card: an appointment is not among them any more. */
    Team withOffices(TeamCard last) {
        List<TeamFact> known = facts == null ? List.of() : TeamFact.asCorrected(facts);
        if (known.isEmpty()) {
            return this;
        }
        TeamCard again = TeamOnDay.after(known, fact -> true);
        return with(last.with(again.offices()).with(again.flags()).with(again.dissolution()));
    }

    List<TeamFact> factsAsOf(long asOf) {
        return facts == null ? List.of() : VersionedRows.asOf(facts, asOf);
    }
}
