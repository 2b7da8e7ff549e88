package vn.soto.query.team;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.Position;

/** One segment: teams that cover the same unit share its list. */
@Component
final class TeamProjector implements Projector {

    @EventHandler
    void on(TeamEvent event, Position at, Batch batch) {
        switch (event) {
            case TeamFormed formed -> formed(formed, at, batch);
            case MemberEnrolled enrolled ->
                change(
                        event,
                        at,
                        batch,
                        card -> card.enrolled(new TeamCard.Member(
                                enrolled.member().value(), enrolled.organisation(), enrolled.effectiveFrom(), null)));
            case MembershipEnded ended ->
                change(event, at, batch, card -> card.ended(ended.member().value(), ended.lastDay()));
            case LeaderAppointed appointed ->
                change(event, at, batch, card -> card.led(appointed.member().value(), appointed.effectiveFrom()));
            case TeamFlaggedLeaderless flagged -> change(event, at, batch, card -> card.led(null, flagged.since()));
            case TeamFlaggedUnderstaffed flagged ->
                change(event, at, batch, card -> card.staffed(flagged.since(), flagged.minimum()));
            case TeamStaffingRestored restored ->
                change(event, at, batch, card -> card.staffed(null, restored.minimum()));
        }
    }

    private static void formed(TeamFormed event, Position at, Batch batch) {
        String team = event.team().value();
        TeamCard card = new TeamCard(
                at.position(),
                at.commit(),
                event.name(),
                event.foundingDecision().number(),
                event.foundingDecision().signedOn(),
                event.effectiveFrom(),
                event.coverage().stream().map(UnitId::value).toList(),
                event.members().stream()
                        .map(m ->
                                new TeamCard.Member(m.member().value(), m.organisation(), event.effectiveFrom(), null))
                        .toList(),
                event.leader().value(),
                event.effectiveFrom(),
                null,
                null);
        batch.put(
                Team.KIND,
                batch.find(Team.KIND, team)
                        .orElseGet(() -> new Team(team, List.of()))
                        .with(card));
        for (String unit : card.coverage()) {
            Coverage coverage = batch.find(Coverage.KIND, unit).orElseGet(() -> new Coverage(unit, List.of()));
            batch.put(Coverage.KIND, coverage.with(new Coverage.Covering(team, at.commit())));
        }
    }

    private static void change(TeamEvent event, Position at, Batch batch, UnaryOperator<TeamCard> change) {
        Team team = batch.find(Team.KIND, event.team().value()).orElseThrow();
        TeamCard before = team.before(at.position()).orElseThrow();
        batch.put(Team.KIND, team.with(change.apply(before).at(at.position(), at.commit())));
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<Kind<?>> kinds() {
        return List.of(Team.KIND, Coverage.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof TeamEvent of ? of.team().value() : "other";
    }

    @Override
    public void needs(DomainEvent event, Needs needs) {
        if (event instanceof TeamEvent of) {
            needs.document(Team.KIND, of.team().value());
        }
        if (event instanceof TeamFormed formed) {
            formed.coverage().forEach(unit -> needs.document(Coverage.KIND, unit.value()));
        }
    }
}
