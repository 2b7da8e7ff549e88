package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/** Projects teams in one segment, because teams of the same unit or person share its list. */
@Component
final class TeamProjector extends EventProjector<TeamEvent> {

    /** The teams in which a person was ever a member, or was said to be. */
    static final RowListType<String> BY_MEMBER = RowListType.ids("teams-of-members");

    TeamProjector() {
        super(
                "teams",
                TeamEvent.class,
                event -> event.team().value(),
                List.of(Team.FACTS.documents(), Team.VERSIONS.documents(), Coverage.KIND, BY_MEMBER.documents()));
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
            case TeamFormed _, TeamCoverageChanged _, CoverageCorrected _, TeamDissolved _, DissolutionCorrected _ ->
                cover(team, before, after, batch);
            default -> {
                // covers the same units as before
            }
        }
    }

    private static TeamCard after(TeamEvent event, Optional<TeamCard> before, EventContext at) {
        return event instanceof TeamFormed formed
                ? TeamCard.of(formed, at.position(), at.commit())
                : TeamCardEvolution.after(event, before.orElseThrow()).at(at.position(), at.commit());
    }

    /** Says of each unit from which days on the team covers it, or no longer does, where that is otherwise than before. */
    private static void cover(String team, Optional<TeamCard> before, TeamCard after, Batch batch) {
        NavigableSet<LocalDate> days = new TreeSet<>(after.changesOfCoverage().toList());
        Set<String> units = new TreeSet<>(units(after));
        before.ifPresent(card -> {
            days.addAll(card.changesOfCoverage().toList());
            units.addAll(units(card));
        });
        for (String unit : units) {
            days.stream()
                    .filter(day -> after.covers(unit, day)
                            != before.filter(card -> card.covers(unit, day)).isPresent())
                    .findFirst()
                    .ifPresent(first -> cover(team, unit, first, days, after, batch));
        }
    }

    /** Says it again for the days that follow the first change, because the last that is said of the latest day holds. */
    private static void cover(
            String team, String unit, LocalDate first, Set<LocalDate> days, TeamCard after, Batch batch) {
        Coverage coverage = batch.find(Coverage.KIND, unit).orElseGet(() -> Coverage.of(unit));
        NavigableSet<LocalDate> again = new TreeSet<>(days);
        coverage.days(team).forEach(again::add);
        int part = 0;
        for (LocalDate day : again.tailSet(first)) {
            coverage = coverage.with(new Coverage.TeamCoverage(
                    after.position(),
                    after.commit(),
                    part,
                    new TeamId(team),
                    after.level(),
                    day,
                    after.covers(unit, day)));
            part++;
        }
        batch.put(Coverage.KIND, coverage);
    }

    private static List<String> units(TeamCard card) {
        return card.areas().stream()
                .flatMap(area -> area.units().stream())
                .map(UnitId::value)
                .toList();
    }
}
