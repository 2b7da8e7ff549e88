package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.COVERAGE_CHANGES;
import static vn.soto.domain.team.TeamRule.DECISION_FOLLOWS_ALL_CHANGES;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.PersonalRecords;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.unit.Unit;
import vn.soto.domain.unit.UnitCoverage;

/** A community digital technology team: what it covers, who belongs to it and who leads it. */
@AggregateRoot(type = "team")
public final class Team {

    @AggregateIdentifier
    TeamId id;

    private TeamLevel level;
    final Existence existence = new Existence();
    final Roster roster = new Roster();
    final Offices offices = new Offices();
    final Flags flags = new Flags();
    final CoverageHistory territory = new CoverageHistory();
    final LastConsolidation consolidation = new LastConsolidation();

    @SuppressWarnings("NullAway.Init")
    Team() {}

    /** The team after these events, for questions only. */
    public static Team of(List<TeamEvent> events) {
        Team team = new Team();
        events.forEach(team::evolve);
        return team;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(
            TeamCommand.FormTeam command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            PersonalRecords persons,
            Policies policies) {
        LocalDate from = command.effectiveFrom();
        FreeText.checkNewId(command.team());
        FreeText.checkName(command.name());
        Founders.check(command.named(), command.leader(), policies.on(from).fewestNamed());
        CoverageHistory.check(command.coverage(), Set.of(), from, consulted);
        apply(new TeamEvent.TeamFormed(
                command.team(),
                Objects.requireNonNullElse(command.level(), TeamLevel.HAMLET),
                command.name(),
                command.foundingDecision(),
                command.coverage(),
                command.named(),
                command.leader(),
                from));
        flagLeader(command.leader(), from);
        flags.staffed(id, roster.size(), policies.on(from).minimumMembers(), from);
        flags.covering(id, CoverageHistory.outdated(command.coverage(), from, consulted), from);
        covering(Set.of(), command.coverage(), from).of(command.coverage(), alsoWritten);
        command.members().forEach(founder -> persons.member(founder.member(), founder.name(), founder.phone()));
    }

    @CommandHandler
    void decide(TeamCommand.RenameTeam command, Clock clock) {
        existence.checkGoesOn(command.effectiveFrom());
        FreeText.checkName(command.name());
        existence.checkName(command.name(), command.effectiveFrom(), VietnamTime.day(clock.instant()));
        apply(new TeamEvent.TeamRenamed(id, command.name(), command.instrument(), command.effectiveFrom()));
    }

    @CommandHandler
    void decide(ChangeCoverage command, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten, Clock clock) {
        LocalDate from = command.effectiveFrom();
        existence.checkGoesOn(from);
        territory.checkOrder(from, VietnamTime.day(clock.instant()));
        Set<UnitId> before = territory.on(from);
        COVERAGE_CHANGES.require(!Set.copyOf(command.coverage()).equals(before));
        CoverageHistory.check(command.coverage(), before, from, consulted);
        apply(new TeamEvent.TeamCoverageChanged(id, command.coverage(), command.instrument(), from));
        if (!from.isBefore(territory.lastChange()) && lastDay().isEmpty()) { // units know what is decided for the end
            flags.covering(id, CoverageHistory.outdated(command.coverage(), from, consulted), from);
            covering(Set.of(id), command.coverage(), from).of(before, alsoWritten);
        }
    }

    @CommandHandler
    void decide(TeamCommand.ReviewCoverage command, ReadOnlyAggregates consulted) {
        existence.checkGoesOn(command.on());
        CHANGES_ARE_IN_ORDER.require(!command.on().isBefore(territory.lastChange()), territory.lastChange());
        flags.reviewed(id, CoverageHistory.outdated(territory.latest(), command.on(), consulted), command.on());
    }

    @CommandHandler
    void decide(TeamCommand.EnrolMember command, Policies policies) {
        LocalDate from = command.effectiveFrom();
        existence.checkGoesOn(from);
        FreeText.checkNewId(command.member());
        MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM.require(!from.isBefore(firstDay()), firstDay());
        roster.checkEnrolment(command.member(), from);
        apply(new TeamEvent.MemberEnrolled(id, command.member(), command.organisation(), from));
        lastDay().ifPresent(last -> endWithTheTeam(command.member(), last));
        flags.more(id, roster.size(), policies.on(from).minimumMembers(), from);
    }

    @CommandHandler
    void decide(
            TeamCommand.EndMembership command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            MovableCaseloads caseloads) {
        existence.checkGoesOn(command.lastDay());
        roster.checkEnd(command.member(), command.lastDay());
        apply(new MembershipEnded(id, command.member(), command.reason(), command.lastDay()));
        LocalDate dayAfter = command.lastDay().plusDays(1);
        offices.vacate(id, command.member(), dayAfter);
        flags.fewer(id, roster.size(), policies.on(dayAfter).minimumMembers(), dayAfter);
        Caseload.flagLeftBehind(command.member(), id, dayAfter, caseloads, consulted, alsoWritten);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectMembership command) {
        new TeamCorrections(this).membership(command);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectFoundingDecision command) {
        existence.correctDecision(command);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectAppointment command) {
        offices.correct(command, roster);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectRenaming command) {
        new TeamCorrections(this).renaming(command);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectCoverage command, ReadOnlyAggregates consulted) {
        new TeamCorrections(this).coverage(command, consulted);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectDissolution command, CoWrittenAggregates alsoWritten) {
        new TeamCorrections(this).dissolution(command, alsoWritten);
    }

    @CommandHandler
    void decide(
            TeamCommand.SuspendMember command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MovableCaseloads caseloads) {
        existence.checkGoesOn(command.firstDay());
        roster.checkSuspension(command.member(), command.firstDay());
        apply(new TeamEvent.MemberSuspended(id, command.member(), command.firstDay()));
        offices.vacate(id, command.member(), command.firstDay());
        Caseload.flagLeftBehind(command.member(), id, command.firstDay(), caseloads, consulted, alsoWritten);
    }

    @CommandHandler
    void decide(TeamCommand.CorrectSuspension command) {
        apply(roster.corrected(command));
    }

    @CommandHandler
    void decide(TeamCommand.ResumeMember command) {
        existence.checkGoesOn(command.firstDay());
        roster.checkResumption(command.member(), command.firstDay());
        apply(new TeamEvent.MemberResumed(id, command.member(), command.firstDay()));
    }

    @CommandHandler
    void decide(TeamCommand.AppointLeader command, Clock clock) {
        existence.checkGoesOn(command.effectiveFrom());
        offices.appointLeader(command, roster, VietnamTime.day(clock.instant()));
        flagLeader(command.member(), command.effectiveFrom());
    }

    @CommandHandler
    void decide(TeamCommand.RelieveLeader command, Clock clock) {
        existence.checkGoesOn(command.effectiveFrom());
        offices.relieveLeader(id, command.effectiveFrom(), VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(TeamCommand.AppointDeputy command, Clock clock) {
        existence.checkGoesOn(command.effectiveFrom());
        offices.appointDeputy(command, roster, VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(TeamCommand.RelieveDeputy command, Clock clock) {
        existence.checkGoesOn(command.effectiveFrom());
        offices.relieveDeputy(id, command.effectiveFrom(), VietnamTime.day(clock.instant()));
    }

    @CommandHandler
    void decide(
            TeamCommand.ConsolidateTeams command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            MovableCaseloads caseloads) {
        checkFollows(command.effectiveFrom().minusDays(1));
        new TeamConsolidation(this, consulted, alsoWritten, policies, caseloads).decide(command);
    }

    @CommandHandler
    void decide(
            TeamCommand.CorrectConsolidation command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            Policies policies,
            MovableCaseloads caseloads) {
        existence.checkGoesOn();
        new TeamConsolidation(this, consulted, alsoWritten, policies, caseloads).correct(command);
    }

    @CommandHandler
    void decide(
            TeamCommand.DissolveTeam command,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten,
            MovableCaseloads caseloads) {
        LocalDate dayAfter = command.lastDay().plusDays(1);
        Consolidation.Composition before = standing();
        dissolve(command.instrument(), command.lastDay(), null);
        covering(Set.of(id), List.of(), dayAfter).of(before.coverage(), alsoWritten);
        before.members()
                .forEach(gone ->
                        Caseload.flagLeftBehind(gone.member(), id, dayAfter, caseloads, consulted, alsoWritten));
    }

    void dissolve(Instrument instrument, LocalDate last, @Nullable TeamId successor) {
        checkFollows(last);
        apply(new TeamEvent.TeamDissolved(id, instrument, last, successor));
        roster.open().forEach(member -> endWithTheTeam(member.member(), last));
    }

    private void endWithTheTeam(MemberId member, LocalDate last) {
        apply(new MembershipEnded(id, member, EndReason.TEAM_DISSOLVED, last));
    }

    /** Nothing is recorded for a day after {@code last}, the last day before a decision about the whole team. */
    private void checkFollows(LocalDate last) {
        existence.checkGoesOn();
        checkFollows(last, roster.lastChange());
    }

    void checkFollows(LocalDate last, LocalDate ofMembers) {
        LocalDate change = Stream.of(existence.namedSince(), ofMembers, territory.lastChange(), offices.lastChange())
                .max(LocalDate::compareTo)
                .orElseThrow();
        DECISION_FOLLOWS_ALL_CHANGES.require(!last.isBefore(change), existence.nameOn(change), change);
    }

    void flagLeader(MemberId leader, LocalDate since) {
        flags.ledBy(id, level, leader, roster.organisation(leader, since), since);
    }

    void flagCovering(LocalDate since, ReadOnlyAggregates consulted) {
        flags.covering(id, CoverageHistory.outdated(territory.latest(), since, consulted), since);
    }

    UnitCoverage.Change covering(Set<TeamId> leaving, Collection<UnitId> units, LocalDate since) {
        return new UnitCoverage.Change(leaving, new Covering(id, level), Set.copyOf(units), since);
    }

    Consolidation.Composition standing() {
        return new Consolidation.Composition(roster.open(), territory.latest());
    }

    /** Whether the person was a member of this team on that day, as known now. */
    public boolean wasMember(MemberId member, LocalDate day) {
        return roster.includes(member, day);
    }

    /** The person's last day in the team, as known now: the last day of all without one, the first of all for no member. */
    public LocalDate lastDayOf(MemberId member) {
        return roster.lastDay(member, existence.lastDay().orElse(Days.LAST));
    }

    /** Whether the person leads the team on that day or a later one. */
    public boolean isLedBy(MemberId member, LocalDate since) {
        return offices.leads(member, since);
    }

    /** Whether the person was a member on that day, and not suspended. */
    public boolean wasActive(MemberId member, LocalDate day) {
        return roster.active(member, day);
    }

    /**
     * Whether the team worked on that day for records made in the unit. It covered the unit, the one that this became
     * as a whole, or one of which it was made. So a merger carries the households along.
     */
    public static boolean covers(TeamId team, UnitId recorded, LocalDate day, ReadOnlyAggregates consulted) {
        return consulted.ask(Team.class, team, asked -> asked.covers(recorded, day, Unit.lineage(day, consulted)));
    }

    /** The same of this team, with the lineage of units on that day. */
    public boolean covers(UnitId recorded, LocalDate day, UnitLineage lineage) {
        Set<UnitId> area = areaOn(day);
        return area.contains(recorded) || lineage.covers(area::contains, recorded);
    }

    /** The units that it covers on that day: none after its last, before its first those it began with. */
    public Set<UnitId> areaOn(LocalDate day) {
        return existence.endedBefore(day) ? Set.of() : territory.on(day);
    }

    /** Whether that day lies between the team's first day and its last. */
    public boolean existedOn(LocalDate day) {
        return !day.isBefore(firstDay()) && !existence.endedBefore(day);
    }

    /** First day of the team. */
    public LocalDate firstDay() {
        return existence.firstDay();
    }

    /** Last day of the team; absent while it goes on. */
    public Optional<LocalDate> lastDay() {
        return existence.lastDay();
    }

    @EventHandler
    void evolve(TeamEvent event) {
        if (event instanceof TeamEvent.TeamFormed formed) {
            id = formed.team();
            level = formed.level();
        }
        consolidation.evolve(event, this);
        existence.evolve(event);
        roster.evolve(event);
        offices.evolve(event);
        flags.evolve(event);
        territory.evolve(event);
    }
}
