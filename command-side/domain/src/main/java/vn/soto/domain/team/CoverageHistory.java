package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.unit.Unit;

/** The residential units that a team covers, by first day. */
final class CoverageHistory {

    private final DayHistory<Set<UnitId>> since = new DayHistory<>();

    /** As decided last, whenever that holds from. */
    Set<UnitId> latest() {
        return since.isEmpty() ? Set.of() : since.latest();
    }

    /** The units that the team covered on that day; on a day before the first, those it begins with. */
    Set<UnitId> on(LocalDate day) {
        return since.on(day);
    }

    /** The units that the team covered on that day; empty on a day before the first. */
    Optional<Set<UnitId>> known(LocalDate day) {
        return since.at(day);
    }

    LocalDate lastChange() {
        return since.isEmpty() ? LocalDate.MIN : since.lastDay();
    }

    /** The days on which it changes, and the first. */
    Stream<LocalDate> changes() {
        return since.days();
    }

    /** A change follows those that hold today; it may be put before a coming one. */
    void checkOrder(LocalDate from, LocalDate today) {
        LocalDate last = since.lastDayUntil(today);
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(last), last);
    }

    /** The units covered before the change of that day. */
    Set<UnitId> before(LocalDate change) {
        return since.before(change);
    }

    CoverageCorrected corrected(CorrectCoverage command) {
        Existence.checkCorrection(since, command.enteredFrom(), command.effectiveFrom());
        return new CoverageCorrected(
                command.team(),
                List.copyOf(since.on(command.enteredFrom())),
                command.enteredFrom(),
                command.effectiveFrom());
    }

    /** @param before units covered already; they may stay after their end, until the team is consolidated */
    static void check(Collection<UnitId> units, Set<UnitId> before, LocalDate from, ReadOnlyAggregates consulted) {
        TEAM_COVERS_SOME_UNIT.require(!units.isEmpty());
        for (UnitId unit : units) {
            COVERED_UNITS_ARE_RESIDENTIAL.require(consulted.ask(Unit.class, unit, Unit::residential), unit.value());
            if (!before.contains(unit)) {
                Unit.checkTakesNew(unit, from, consulted);
                Unit.checkIsThere(unit, from, consulted);
            }
        }
    }

    /** Those of the units that are not in force on that day: abolished, or not established yet. */
    static List<UnitId> outdated(Collection<UnitId> units, LocalDate day, ReadOnlyAggregates consulted) {
        return units.stream()
                .distinct()
                .sorted()
                .filter(unit -> !consulted.ask(Unit.class, unit, found -> found.inForceOn(day)))
                .toList();
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> since.put(formed.effectiveFrom(), Set.copyOf(formed.coverage()));
            case TeamCoverageChanged changed -> since.put(changed.effectiveFrom(), Set.copyOf(changed.coverage()));
            case CoverageCorrected corrected -> since.moveLast(corrected.enteredFrom(), corrected.effectiveFrom());
            default -> {}
        }
    }
}
