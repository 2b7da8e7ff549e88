package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.projection.Batch;
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.source.EventContext;

/** Projects teams in one segment, because teams that cover the same unit share its list. */
@Component
final class TeamProjector extends VersionedProjector<TeamEvent, TeamCard, Team> {

    TeamProjector() {
        super("teams", TeamEvent.class, event -> event.team().value(), Team.KIND, List.of(Team.KIND, Coverage.KIND));
    }

    @Override
    protected Team begin(TeamEvent event, EventContext at) {
        return new Team(event.team().value(), List.of(), List.of());
    }

    @Override
    protected TeamCard after(TeamEvent event, Optional<TeamCard> before, EventContext at) {
        return event instanceof TeamFormed formed
                ? TeamCard.of(formed, at.position(), at.commit())
                : TeamCardEvolution.after(event, before.orElseThrow()).at(at.position(), at.commit());
    }

    @Override
    protected void index(TeamEvent event, Team team, Optional<TeamCard> before, TeamCard after, Batch batch) {
        Team carded = batch.find(Team.KIND, team.id()).orElseThrow();
        batch.put(Team.KIND, carded.with(new TeamFact(after.position(), after.commit(), event)));
        switch (event) {
            case TeamFormed formed -> cover(team.id(), List.of(), after, formed.effectiveFrom(), batch);
            case TeamCoverageChanged changed ->
                cover(team.id(), before.orElseThrow().coverage(), after, changed.effectiveFrom(), batch);
            case TeamDissolved dissolved ->
                cover(
                        team.id(),
                        before.orElseThrow().coverage(),
                        after,
                        dissolved.lastDay().plusDays(1),
                        batch);
            default -> {
                // covers the same units as before
            }
        }
    }

    /** Updates the coverage of units the team covers from a day on, and of those it no longer covers. */
    private static void cover(String team, Collection<String> before, TeamCard after, LocalDate since, Batch batch) {
        Collection<String> touched = new TreeSet<>(before);
        touched.addAll(after.coverage());
        for (String unit : touched) {
            boolean covers = after.coverage().contains(unit);
            Coverage coverage = batch.find(Coverage.KIND, unit).orElseGet(() -> Coverage.of(unit));
            batch.put(
                    Coverage.KIND,
                    coverage.with(new Coverage.TeamCoverage(
                            after.position(), after.commit(), team, after.level(), since, covers)));
        }
    }
}
