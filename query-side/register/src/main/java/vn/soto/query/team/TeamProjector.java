package vn.soto.query.team;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/** Projects teams in one segment, because teams of the same unit or person share its list. */
@Component
final class TeamProjector extends EventProjector<TeamEvent> {

    /** The teams that a unit was ever given to. */
    static final RowListType<String> BY_UNIT = RowListType.ids("teams-of-units");

    /** The teams in which a person was ever a member, or was said to be. */
    static final RowListType<String> BY_MEMBER = RowListType.ids("teams-of-members");

    TeamProjector() {
        super(
                "teams",
                TeamEvent.class,
                event -> event.team().value(),
                List.of(Team.FACTS.documents(), Team.VERSIONS.documents(), BY_UNIT.documents(), BY_MEMBER.documents()));
    }

    @Override
    protected void fold(TeamEvent event, EventContext at, Batch batch) {
        String team = event.team().value();
        Optional<TeamCard> before = VersionedRows.before(Team.VERSIONS.find(team, batch), at.position());
        TeamCard after = after(event, before, at);
        Team.FACTS.put(team, new TeamFact(at.position(), at.commit(), event), batch);
        TeamCard card =
                event instanceof AppointmentWithdrawn ? Team.of(team, batch).withOffices(after) : after;
        Team.VERSIONS.put(team, card, batch);
        MembershipState.begunBy(event)
                .forEach(begun -> BY_MEMBER.add(begun.member().value(), team, batch));
        switch (event) {
            case TeamFormed formed -> cover(team, formed.coverage(), batch);
            case TeamCoverageChanged changed -> cover(team, changed.coverage(), batch);
            default -> {
                // no other units than before
            }
        }
    }

    private static void cover(String team, List<UnitId> units, Batch batch) {
        units.forEach(unit -> BY_UNIT.add(unit.value(), team, batch));
    }

    private static TeamCard after(TeamEvent event, Optional<TeamCard> before, EventContext at) {
        return event instanceof TeamFormed formed
                ? TeamCard.of(formed, at.position(), at.commit())
                : TeamCardEvolution.after(event, before.orElseThrow()).at(at.position(), at.commit());
    }
}
