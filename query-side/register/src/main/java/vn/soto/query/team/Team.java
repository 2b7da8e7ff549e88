package vn.soto.query.team;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedRows;

/**
 * A team with a card after each event, oldest first.
 *
 * @param versions its cards, immutable and append-only
 * @param facts    its events, for questions about a legal day
 */
record Team(List<TeamCard> versions, List<TeamFact> facts) {

    /** A card has all memberships that ever were, so few are in a document. */
    static final RowListType<TeamCard> VERSIONS = RowListType.of("teams", TeamCard.class, 32, TeamCard::position);

    static final RowListType<TeamFact> FACTS = RowListType.of("team-events", TeamFact.class, 64, TeamFact::position);

    static Team of(String id, Batch batch) {
        return new Team(VERSIONS.find(id, batch), FACTS.find(id, batch));
    }

    /** A team that was formed. */
    static Optional<Team> find(String id, Documents documents) {
        return Optional.ofNullable(find(List.of(id), documents).get(id));
    }

    /** Those of the teams that were formed. */
    static Map<String, Team> find(Collection<String> ids, Documents documents) {
        Map<String, List<TeamFact>> facts = FACTS.find(ids, documents);
        Map<String, Team> found = new HashMap<>();
        VERSIONS.find(ids, documents)
                .forEach((id, versions) -> found.put(id, new Team(versions, facts.getOrDefault(id, List.of()))));
        return found;
    }

    /** The card known at a commit. */
    Optional<TeamCard> asOf(long commit) {
        return VersionedRows.last(versions, commit);
    }

    /** A card with the offices and flags that its facts give: an appointment that was withdrawn is not among them any more. */
    TeamCard withOffices(TeamCard last) {
        List<TeamFact> known = TeamFact.asCorrected(facts);
        if (known.isEmpty()) {
            return last;
        }
        TeamCard again = TeamOnDay.after(known, fact -> true);
        return last.with(again.offices()).with(again.flags()).with(again.dissolution());
    }

    List<TeamFact> factsAsOf(long asOf) {
        return VersionedRows.asOf(facts, asOf);
    }
}
