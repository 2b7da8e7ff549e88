package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.CONSOLIDATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.CONSOLIDATION_TO_CORRECT_IS_THE_LAST;
import static vn.soto.domain.team.TeamRule.CORRECTED_CONSOLIDATION_CHANGES_NOT_TOO_MANY_HOUSEHOLDS;
import static vn.soto.domain.team.TeamRule.DECISION_FOLLOWS_ALL_CHANGES;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.LastConsolidation.Done;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;

/** Consolidates a team, and corrects its last consolidation in each of its parts. */
record TeamConsolidation(
        Team team,
        ReadOnlyAggregates consulted,
        CoWrittenAggregates alsoWritten,
        Policies policies,
        MovableCaseloads caseloads) {

    void decide(ConsolidateTeams command) {
        LocalDate from = command.effectiveFrom();
        TeamId id = team.id;
        Consolidation plan = Consolidation.of(command, team.standing(), consulted);
        Founders.check(plan.members(), command.leader(), policies.on(from).fewestNamed());
        CoverageHistory.check(plan.coverage(), plan.before(), from, consulted);
        for (TeamId absorbed : plan.absorbed()) {
            other(absorbed, other -> other.dissolve(command.decision(), from.minusDays(1), id));
        }
        apply(new TeamConsolidated(id, command.decision(), List.copyOf(plan.absorbed()), from));
        team.roster.renew(id, plan, from);
        team.offices.renew(id, command.leader(), from, team.roster);
        team.flagLeader(command.leader(), from);
        staffed(from);
        if (!plan.coverage().equals(team.territory.latest())) {
            apply(new TeamCoverageChanged(id, List.copyOf(plan.coverage()), command.decision(), from));
        }
        team.flagCovering(from, consulted);
        team.covering(plan.all(id), plan.coverage(), from).of(plan.before(), alsoWritten);
        new CarriedCaseloads(team, id, from, caseloads).of(plan, consulted, alsoWritten);
    }

    private void other(TeamId id, Consumer<Team> change) {
        alsoWritten.change(Team.class, id.value(), Team::new, change);
    }

    private void staffed(LocalDate since) {
        team.flags.staffed(team.id, team.roster.size(), policies.on(since).minimumMembers(), since);
    }

    /** Later decisions of others stay only behind the right day: nothing is undone but the consolidation. */
    void correct(CorrectConsolidation command) {
        LocalDate entered = command.enteredFrom();
        LocalDate right = command.effectiveFrom();
        Done done = team.consolidation
                .of(entered, Set.copyOf(command.absorbed()))
                .orElseThrow(() -> CONSOLIDATION_TO_CORRECT_IS_THE_LAST.refused(entered));
        CONSOLIDATION_CORRECTION_CHANGES_SOMETHING.require(!entered.equals(right));
        checkNothingBetween(done, right);
        List<HouseholdReassigned> carried = carried(done);
        apply(new ConsolidationCorrected(team.id, done.absorbed(), entered, right));
        LocalDate last = right == null ? null : right.minusDays(1);
        team.roster.consolidatedOn(team.id, done, right);
        if (right == null) {
            takeBack(done);
        } else {
            redate(done, right);
        }
        for (TeamId absorbed : done.absorbed()) {
            other(absorbed, other -> new TeamCorrections(other).dissolutionOn(entered.minusDays(1), last, alsoWritten));
        }
        int events = 0;
        for (HouseholdReassigned each : carried) {
            events += caseloads.carryBack(each, entered, right);
            CORRECTED_CONSOLIDATION_CHANGES_NOT_TOO_MANY_HOUSEHOLDS.require(
                    events <= CarriedCaseloads.MOST, CarriedCaseloads.MOST);
        }
    }

    /** Other changes of the team keep their order with the consolidation. */
    private void checkNothingBetween(Done done, @Nullable LocalDate right) {
        LocalDate first = right == null || done.from().isBefore(right) ? done.from() : right;
        LocalDate end = right == null ? LocalDate.MAX : done.from().isBefore(right) ? right : done.from();
        LocalDate coverage = own(done, TeamCoverageChanged.class, team.territory.on(done.from()));
        LocalDate appointment = own(done, LeaderAppointed.class, team.offices.leader(done.from()));
        Stream.of(
                        team.existence.changes(),
                        team.territory.changes().filter(day -> !day.equals(coverage)),
                        team.offices.changes(Office.LEADER).filter(day -> !day.equals(appointment)),
                        team.offices.changes(Office.DEPUTY),
                        team.roster.changesBeside(done))
                .flatMap(days -> days)
                .filter(day -> !day.isBefore(first) && day.isBefore(end))
                .max(LocalDate::compareTo)
                .ifPresent(day -> {
                    throw DECISION_FOLLOWS_ALL_CHANGES.refused(team.existence.nameOn(day), day);
                });
    }

    /** The day of the consolidation, if what the team has from then on is what the consolidation decided. */
    private static @Nullable LocalDate own(Done done, Class<?> change, @Nullable Object now) {
        return done.decided(change, now) ? done.from() : null;
    }

    /** Decisions of others for its day stay on that day; until then its own hold. */
    private void redate(Done done, LocalDate right) {
        LocalDate entered = done.from();
        MemberId leader = done.appointed();
        if (leader != null && team.offices.changes(Office.LEADER).anyMatch(entered::equals)) {
            apply(
                    leader.equals(team.offices.leader(entered))
                            ? new AppointmentCorrected(team.id, Office.LEADER, leader, entered, right)
                            : new LeaderAppointed(team.id, leader, right));
        }
        Set<UnitId> covered = done.covered();
        if (!covered.isEmpty() && team.territory.changes().anyMatch(entered::equals)) {
            apply(
                    covered.equals(team.territory.on(entered))
                            ? new CoverageCorrected(team.id, List.copyOf(covered), entered, right)
                            : new TeamCoverageChanged(team.id, List.copyOf(covered), done.decision(), right));
        }
    }

    /** The offices and the coverage from the day of the consolidation on are what they were before it. */
    private void takeBack(Done done) {
        LocalDate from = done.from();
        MemberId now = team.offices.leader(from);
        MemberId before = done.leader();
        if (done.changed(LeaderAppointed.class)) {
            if (before != null && !before.equals(now)) {
                apply(new LeaderAppointed(team.id, before, from));
                team.flagLeader(before, from);
            } else if (before == null && now != null) {
                apply(new TeamFlaggedLeaderless(team.id, now, from));
            }
        }
        if (done.changed(DeputyRelieved.class) && done.deputy() != null) {
            apply(new DeputyAppointed(team.id, done.deputy(), from));
        }
        Set<UnitId> covered = team.territory.latest();
        if (done.changed(TeamCoverageChanged.class)) {
            apply(new TeamCoverageChanged(team.id, List.copyOf(done.coverage()), done.decision(), from));
            team.flagCovering(from, consulted);
        }
        staffed(from);
        team.covering(Set.of(team.id), done.coverage(), from).of(covered, alsoWritten);
    }

    /** The responsibilities that members took with them, perhaps in an earlier consolidation, too. */
    private List<HouseholdReassigned> carried(Done done) {
        return caseloads.recorded(team.id).stream()
                .filter(HouseholdReassigned.class::isInstance)
                .map(HouseholdReassigned.class::cast)
                .filter(passed -> carries(passed, done))
                .toList();
    }

    private boolean carries(HouseholdReassigned passed, Done done) {
        Responsible from = passed.from();
        Responsible to = passed.to();
        return to.team().equals(team.id)
                && from.member().equals(to.member())
                && done.absorbed().contains(from.team());
    }
}
