package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

/** Keeps the names of teams with their days: a card has the latest name only. */
@Component
final class TeamNameProjector extends EventProjector<TeamEvent> {

    TeamNameProjector() {
        super("team-names", TeamEvent.class, event -> event.team().value(), List.of(TeamNaming.KIND));
    }

    @Override
    protected void fold(TeamEvent event, EventContext at, Batch batch) {
        switch (event) {
            case TeamFormed formed -> name(event, formed.name(), formed.effectiveFrom(), at, batch);
            case TeamRenamed renamed -> name(event, renamed.name(), renamed.effectiveFrom(), at, batch);
            case TeamDissolved dissolved ->
                name(event, null, dissolved.lastDay().plusDays(1), at, batch);
            case RenamingCorrected right -> {
                TeamNaming known =
                        batch.find(TeamNaming.KIND, event.team().value()).orElseThrow();
                batch.put(TeamNaming.KIND, known.with(at, right.enteredFrom(), right.effectiveFrom()));
            }
            case DissolutionCorrected right -> {
                TeamNaming known =
                        batch.find(TeamNaming.KIND, event.team().value()).orElseThrow();
                LocalDate last = right.lastDay();
                batch.put(
                        TeamNaming.KIND,
                        known.with(at, right.enteredLast().plusDays(1), last == null ? null : last.plusDays(1)));
            }
            default -> {
                // the name stays
            }
        }
    }

    private static void name(TeamEvent event, @Nullable String name, LocalDate from, EventContext at, Batch batch) {
        String team = event.team().value();
        TeamNaming known = batch.find(TeamNaming.KIND, team).orElseGet(() -> new TeamNaming(team, List.of(), null));
        batch.put(TeamNaming.KIND, known.with(new TeamNaming.Naming(at.position(), at.commit(), name, from)));
    }
}
