package vn.soto.command.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.command.team.TeamRule.APPOINTMENTS_ARE_IN_ORDER;
import static vn.soto.command.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.command.team.TeamRule.FOUNDING_MEMBERS_ARE_DISTINCT;
import static vn.soto.command.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.command.team.TeamRule.LEADER_IS_FOUNDING_MEMBER;
import static vn.soto.command.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.command.team.TeamRule.MEMBERSHIPS_DO_NOT_OVERLAP;
import static vn.soto.command.team.TeamRule.MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.command.team.TeamRule.MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM;
import static vn.soto.command.team.TeamRule.MEMBER_IS_ACTIVE;
import static vn.soto.command.team.TeamRule.MEMBER_IS_NOT_ENROLLED_TWICE;
import static vn.soto.command.team.TeamRule.TEAM_COVERS_SOME_UNIT;
import static vn.soto.command.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.command.policy.Policies;
import vn.soto.command.shared.Consulted;
import vn.soto.command.shared.Days;
import vn.soto.command.shared.Documents;
import vn.soto.command.shared.FreeText;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.command.team.TeamCommand.FormTeam;
import vn.soto.command.unit.Unit;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A community digital technology team: what it covers, who belongs to it and who leads it. */
@AggregateRoot(type = "team")
public final class Team {

    @AggregateIdentifier
    private TeamId id;

    @SuppressWarnings("NullAway.Init")
    private LocalDate firstDay;

    @SuppressWarnings("NullAway.Init")
    private LocalDate lastAppointment;

    private final Memberships memberships = new Memberships();
    private Set<UnitId> coverage = Set.of();
    private @Nullable MemberId leader;
    private boolean understaffed;

    Team() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(FormTeam command, Consulted consulted, Policies policies, Clock clock) {
        FreeText.checkNewId(command.team());
        FreeText.checkName(command.name());
        Days.check(command.effectiveFrom());
        Documents.check(command.foundingDecision(), clock);
        checkMembers(command, policies.on(command.effectiveFrom()).minimumMembers());
        checkCoverage(command.coverage(), consulted);
        apply(new TeamFormed(
                command.team(),
                command.name(),
                command.foundingDecision(),
                command.coverage(),
                command.members(),
                command.leader(),
                command.effectiveFrom()));
    }

    @CommandHandler
    void decide(EnrolMember command, Policies policies) {
        MemberId member = command.member();
        LocalDate from = command.effectiveFrom();
        Days.check(from);
        FreeText.checkNewId(member);
        MEMBER_IS_NOT_ENROLLED_TWICE.require(memberships.openSince(member).isEmpty());
        MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM.require(!from.isBefore(firstDay), firstDay);
        memberships.endedOn(member).ifPresent(day -> MEMBERSHIPS_DO_NOT_OVERLAP.require(day.isBefore(from), day));
        apply(new MemberEnrolled(id, member, command.organisation(), from));
        int minimum = policies.on(from).minimumMembers();
        if (understaffed && memberships.open() >= minimum) {
            apply(new TeamStaffingRestored(id, memberships.open(), minimum, from));
        }
    }

    @CommandHandler
    void decide(EndMembership command, Policies policies) {
        MemberId member = command.member();
        Days.check(command.lastDay());
        LocalDate since = memberships.openSince(member).orElseThrow(MEMBER_IS_ACTIVE::refused);
        MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(!command.lastDay().isBefore(since), since);
        LocalDate dayAfter = command.lastDay().plusDays(1);
        apply(new MembershipEnded(id, member, command.reason(), command.lastDay()));
        if (member.equals(leader)) {
            apply(new TeamFlaggedLeaderless(id, member, dayAfter));
        }
        int minimum = policies.on(dayAfter).minimumMembers();
        if (memberships.open() < minimum) {
            apply(new TeamFlaggedUnderstaffed(id, memberships.open(), minimum, dayAfter));
        }
    }

    @CommandHandler
    void decide(AppointLeader command) {
        LocalDate from = command.effectiveFrom();
        Days.check(from);
        LocalDate since =
                memberships.openSince(command.member()).orElseThrow(() -> LEADER_IS_ACTIVE_MEMBER.refused(from));
        LEADER_IS_ACTIVE_MEMBER.require(!from.isBefore(since), from);
        LEADER_IS_SOMEONE_ELSE_THAN_BEFORE.require(!command.member().equals(leader));
        APPOINTMENTS_ARE_IN_ORDER.require(!from.isBefore(lastAppointment), lastAppointment);
        apply(new LeaderAppointed(id, command.member(), from));
    }

    private static void checkMembers(FormTeam command, int minimum) {
        List<MemberId> members =
                command.members().stream().map(FoundingMember::member).toList();
        members.forEach(FreeText::checkNewId);
        FOUNDING_MEMBERS_ARE_DISTINCT.require(
                members.size() == Set.copyOf(members).size());
        TEAM_HAS_ENOUGH_MEMBERS.require(members.size() >= minimum, minimum, members.size());
        LEADER_IS_FOUNDING_MEMBER.require(members.contains(command.leader()));
    }

    private static void checkCoverage(List<UnitId> coverage, Consulted consulted) {
        TEAM_COVERS_SOME_UNIT.require(!coverage.isEmpty());
        for (UnitId unit : coverage) {
            COVERED_UNITS_ARE_RESIDENTIAL.require(consulted.ask(Unit.class, unit, Unit::residential), unit.value());
        }
    }

    /** Whether the person was a member of this team on that day, as known now. */
    public boolean wasMember(MemberId member, LocalDate day) {
        return memberships.includes(member, day);
    }

    /** Whether the team works in that residential unit. */
    public boolean covers(UnitId unit) {
        return coverage.contains(unit);
    }

    /** Whether the person was a member on that day, and not suspended. */
    public boolean wasActive(MemberId member, LocalDate day) {
        return wasMember(member, day);
    }

    /** Whether the team was there on that day and worked in that residential unit. */
    public boolean coveredOn(UnitId unit, LocalDate day) {
        return covers(unit) && !day.isBefore(firstDay);
    }

    /** First day of the team. */
    public LocalDate firstDay() {
        return firstDay;
    }

    @EventHandler
    void evolve(TeamFormed event) {
        id = event.team();
        coverage = Set.copyOf(event.coverage());
        firstDay = event.effectiveFrom();
        leader = event.leader();
        lastAppointment = event.effectiveFrom();
        event.members().forEach(founder -> memberships.start(founder.member(), event.effectiveFrom()));
    }

    @EventHandler
    void evolve(MemberEnrolled event) {
        memberships.start(event.member(), event.effectiveFrom());
    }

    @EventHandler
    void evolve(MembershipEnded event) {
        memberships.end(event.member(), event.lastDay());
    }

    @EventHandler
    void evolve(LeaderAppointed event) {
        leader = event.member();
        lastAppointment = event.effectiveFrom();
    }

    @EventHandler
    void evolve(TeamFlaggedLeaderless event) {
        leader = null;
    }

    @EventHandler
    void evolve(TeamFlaggedUnderstaffed event) {
        understaffed = true;
    }

    @EventHandler
    void evolve(TeamStaffingRestored event) {
        understaffed = false;
    }
}
