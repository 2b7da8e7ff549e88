package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;

/** Corrections of what was entered wrongly of one team: its memberships, the days of its name and coverage, and its end. */
record TeamCorrections(Team team) {

    void membership(CorrectMembership command) {
        LocalDate from = command.effectiveFrom();
        LocalDate until = command.lastDay();
        MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM.require(!from.isBefore(team.firstDay()), team.firstDay());
        MembershipCorrected corrected = new MembershipCorrected(
                team.id, command.member(), command.enteredFrom(), command.organisation(), from, until);
        team.roster.checkCorrection(corrected);
        if (until == null) {
            team.offices.checkFirstDay(command.member(), from);
        } else {
            team.existence.checkGoesOn(until);
        }
        apply(corrected);
        if (until != null) {
            team.offices.vacate(team.id, command.member(), until.plusDays(1));
        } else if (team.offices.isLeader(command.member())) {
            team.flagLeader(command.member(), from);
        }
    }

    void renaming(CorrectRenaming command) {
        team.existence.checkGoesOn(command.effectiveFrom());
        apply(team.existence.corrected(command));
    }

    /** Units that the change adds are checked against the right day. */
    void coverage(CorrectCoverage command, ReadOnlyAggregates consulted) {
        team.existence.checkGoesOn(command.effectiveFrom());
        CoverageCorrected corrected = team.territory.corrected(command);
        Set<UnitId> before = team.territory.before(command.enteredFrom());
        CoverageHistory.check(corrected.coverage(), before, command.effectiveFrom(), consulted);
        apply(corrected);
    }

    /** A member of the team to its end belongs to it until the right one; the units have it again if it goes on. */
    void dissolution(CorrectDissolution command, CoWrittenAggregates alsoWritten) {
        correct(team.existence.corrected(command), alsoWritten);
    }

    /** The same for a team that ended with a consolidation; nothing if it goes on or has another last day since. */
    void dissolutionOn(LocalDate entered, @Nullable LocalDate last, CoWrittenAggregates alsoWritten) {
        if (team.existence.lastDay().filter(entered::equals).isPresent()) {
            correct(new DissolutionCorrected(team.id, entered, last), alsoWritten);
        }
    }

    private void correct(DissolutionCorrected corrected, CoWrittenAggregates alsoWritten) {
        LocalDate last = corrected.lastDay();
        if (last != null) {
            team.checkFollows(last, team.roster.lastChangeBeforeTheEnd());
        }
        apply(corrected);
        team.roster.endAgain(corrected);
        if (last == null) {
            Set<UnitId> units = team.territory.latest();
            LocalDate again = corrected.enteredLast().plusDays(1);
            team.covering(Set.of(team.id), units, again).of(units, alsoWritten);
        }
    }
}
