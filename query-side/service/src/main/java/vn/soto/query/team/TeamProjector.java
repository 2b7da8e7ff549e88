package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;

/** One segment: teams that cover the same unit share its list. */
@Component
final class TeamProjector implements Projector {

    @EventHandler
    void on(TeamEvent event, EventContext at, Batch batch) {
        if (event instanceof TeamFormed formed) {
            formed(formed, at, batch);
        } else {
            changed(event, at, batch);
        }
    }

    private static void formed(TeamFormed event, EventContext at, Batch batch) {
        String id = event.team().value();
        TeamCard card = TeamCard.of(event, at.position(), at.commit());
        Team team = batch.find(Team.KIND, id).orElseGet(() -> new Team(id, List.of()));
        batch.put(Team.KIND, team.with(card));
        cover(id, List.of(), card, event.effectiveFrom(), batch);
    }

    private static void changed(TeamEvent event, EventContext at, Batch batch) {
        String id = event.team().value();
        Team team = batch.find(Team.KIND, id).orElseThrow();
        TeamCard before = team.before(at.position()).orElseThrow();
        TeamCard after = TeamCardEvolution.after(event, before).at(at.position(), at.commit());
        batch.put(Team.KIND, team.with(after));
        if (event instanceof TeamCoverageChanged changed) {
            cover(id, before.coverage(), after, changed.effectiveFrom(), batch);
        } else if (event instanceof TeamDissolved dissolved) {
            cover(id, before.coverage(), after, dissolved.lastDay().plusDays(1), batch);
        }
    }

    /** Units it covers from then on, and those it does not any more. */
    private static void cover(String team, Collection<String> before, TeamCard after, LocalDate since, Batch batch) {
        Collection<String> touched = new TreeSet<>(before);
        touched.addAll(after.coverage());
        for (String unit : touched) {
            boolean covers = after.coverage().contains(unit);
            Coverage coverage = batch.find(Coverage.KIND, unit).orElseGet(() -> Coverage.of(unit));
            batch.put(
                    Coverage.KIND,
                    coverage.with(
                            new Coverage.Row(after.position(), after.commit(), team, after.level(), since, covers)));
        }
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
    public List<DocumentType<?>> documentTypes() {
        return List.of(Team.KIND, Coverage.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof TeamEvent of ? of.team().value() : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof TeamEvent of) {
            needs.document(Team.KIND, of.team().value());
        }
        switch (event) {
            case TeamFormed formed -> units(formed.coverage(), needs);
            case TeamCoverageChanged changed -> units(changed.coverage(), needs);
            default -> {
                // what a team covered before is known from its card only
            }
        }
    }

    private static void units(List<UnitId> units, DocumentKeys needs) {
        units.forEach(unit -> needs.document(Coverage.KIND, unit.value()));
    }

    @Override
    public void keysAfterLoad(DomainEvent event, Batch batch, DocumentKeys needs) {
        if (event instanceof TeamCoverageChanged || event instanceof TeamDissolved) {
            batch.find(Team.KIND, ((TeamEvent) event).team().value()).stream()
                    .flatMap(team -> team.cards().stream())
                    .flatMap(card -> card.areas().stream())
                    .flatMap(area -> area.units().stream())
                    .forEach(unit -> needs.document(Coverage.KIND, unit));
        }
    }
}
