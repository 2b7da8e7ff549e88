package vn.soto.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** The teams that cover a residential unit, as currently decided; every event holds the whole state. */
@AggregateRoot(type = "unit-coverage")
public final class UnitCoverage {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final DayHistory<List<Covering>> since = new DayHistory<>();
    private List<Covering> teams = List.of();

    UnitCoverage() {}

    /** Of the aggregate of a unit. */
    public static String idOf(UnitId unit) {
        return "unit-coverage:" + unit;
    }

    /**
     * Effect of a decision on units: the teams that leave them, and the team that covers some of them afterwards. Units
     * are written in the order of their ids, so that the same decision makes the same commit.
     */
    public record Change(Set<TeamId> leaving, Covering joining, Set<UnitId> joined, LocalDate since) {

        /** @param units that were covered before */
        public void of(Collection<UnitId> units, CoWrittenAggregates alsoWritten) {
            Set<UnitId> touched = new TreeSet<>(units);
            touched.addAll(joined);
            touched.forEach(unit -> alsoWritten.change(
                    UnitCoverage.class, idOf(unit), UnitCoverage::new, coverage -> coverage.change(unit, this)));
        }
    }

    /** The number of teams that cover a unit on a day or from a later one on. */
    public static int teams(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        return consulted
                .find(UnitCoverage.class, idOf(unit), coverage -> coverage.teamsFrom(day))
                .orElse(0);
    }

    private int teamsFrom(LocalDate day) {
        return Math.toIntExact(since.daysFrom(day)
                .flatMap(each -> since.at(each).stream())
                .flatMap(List::stream)
                .map(Covering::team)
                .distinct()
                .count());
    }

    private void change(UnitId unit, Change change) {
        Stream<Covering> stay = teams.stream().filter(covering -> !change.leaving.contains(covering.team()));
        Stream<Covering> join = change.joined.contains(unit) ? Stream.of(change.joining) : Stream.of();
        var changed = new UnitCoverageChanged(unit, Stream.concat(stay, join).toList(), change.since);
        if (!changed.teams().equals(teams)) {
            apply(changed);
        }
    }

    @EventHandler
    void evolve(UnitCoverageChanged event) {
        id = idOf(event.unit());
        teams = event.teams();
        since.put(event.since(), teams);
    }
}
