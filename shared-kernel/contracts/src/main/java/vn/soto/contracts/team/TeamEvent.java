package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DayCorrecting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/** Events of a team. */
public sealed interface TeamEvent extends ProductEvent {

    TeamId team();

    @Override
    default Set<String> tags() {
        return TeamTags.of(this);
    }

    /** An event that tells of the team's members, area or end, on which its records rest. */
    sealed interface RestedOn extends TeamEvent {}

    /** An event that changes a figure of the team; figures fold these and no others. */
    sealed interface TeamCounted extends RestedOn {}

    /** The day of a change was entered wrongly; what changed stays as it was. */
    sealed interface DayCorrected extends TeamEvent, DayCorrecting {}

    /** An event with which memberships begin or change. */
    sealed interface MembershipEvent extends TeamCounted {}

    /**
     * @param coverage      residential units, sorted
     * @param members       members named in the decision, from {@code effectiveFrom} on
     * @param leader        one of the members
     */
    @StoredAs("team.formed.v2")
    record TeamFormed(
            TeamId team,
            TeamLevel level,
            String name,
            Instrument foundingDecision,
            List<UnitId> coverage,
            List<FoundingMember> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements MembershipEvent, Dated.From, Flagging {

        public TeamFormed {
            coverage = Ascending.of(coverage);
            members = List.copyOf(members);
        }

        /** A team of level {@link TeamLevel#HAMLET}, the usual one. */
        public TeamFormed(
                TeamId team,
                String name,
                Instrument foundingDecision,
                List<UnitId> coverage,
                List<FoundingMember> members,
                MemberId leader,
                LocalDate effectiveFrom) {
            this(team, TeamLevel.HAMLET, name, foundingDecision, coverage, members, leader, effectiveFrom);
        }

        @Override
        public Optional<Flag> flag() {
            return startsBefore(foundingDecision, effectiveFrom);
        }
    }

    @StoredAs("team.renamed.v1")
    record TeamRenamed(TeamId team, String name, Instrument instrument, LocalDate effectiveFrom)
            implements TeamEvent, Dated.From {}

    /** @param coverage all residential units that the team covers after the change, sorted */
    @StoredAs("team.coverage-changed.v1")
    record TeamCoverageChanged(TeamId team, List<UnitId> coverage, Instrument instrument, LocalDate effectiveFrom)
            implements RestedOn, Dated.From {

        public TeamCoverageChanged {
            coverage = Ascending.of(coverage);
        }
    }

    /** @param effectiveFrom first day of membership */
    @StoredAs("team.member-enrolled.v1")
    record MemberEnrolled(TeamId team, MemberId member, MemberOrigin organisation, LocalDate effectiveFrom)
            implements MembershipEvent, Dated.From {}

    /** @param lastDay last day of membership */
    @StoredAs("team.membership-ended.v1")
    record MembershipEnded(TeamId team, MemberId member, EndReason reason, LocalDate lastDay)
            implements MembershipEvent, Dated.Until {}

    /**
     * Corrects the data of a membership that were entered wrongly.
     *
     * @param enteredFrom   first day as entered before; identifies the membership among those of the member
     * @param effectiveFrom correct first day
     * @param lastDay       last day; absent while the membership is open
     */
    @StoredAs("team.membership-corrected.v1")
    record MembershipCorrected(
            TeamId team,
            MemberId member,
            LocalDate enteredFrom,
            MemberOrigin organisation,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay)
            implements MembershipEvent, DayCorrecting {

        @Override
        public boolean isAbout(DomainEvent stated) {
            return stated instanceof MembershipCorrected before
                    ? member.equals(before.member)
                    : stated instanceof TeamEvent of
                            && MembershipState.begunBy(of).stream()
                                    .anyMatch(begun -> begun.member().equals(member));
        }
    }

    /** @param firstDay first day on which the member may not act for the team */
    @StoredAs("team.member-suspended.v1")
    record MemberSuspended(TeamId team, MemberId member, LocalDate firstDay) implements MembershipEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return firstDay;
        }
    }

    /**
     * The days of a suspension were entered wrongly, or it never was.
     *
     * @param enteredFrom first day as entered before; identifies the suspension among those of the member
     * @param firstDay    right first day; absent if the member was not suspended
     * @param lastDay     right last day; absent while the suspension is open
     */
    @StoredAs("team.suspension-corrected.v1")
    record SuspensionCorrected(
            TeamId team,
            MemberId member,
            LocalDate enteredFrom,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay)
            implements MembershipEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof MemberSuspended of
                    && of.member().equals(member)
                    && of.firstDay().equals(enteredFrom);
        }
    }

    /** @param firstDay first day on which the member may act again */
    @StoredAs("team.member-resumed.v1")
    record MemberResumed(TeamId team, MemberId member, LocalDate firstDay) implements MembershipEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return firstDay;
        }
    }

    /**
     * The founding decision was entered wrongly.
     *
     * @param effectiveFrom first day of the team, which stays
     */
    @CorrectsAny({TeamFormed.class, FoundingDecisionCorrected.class})
    @StoredAs("team.founding-decision-corrected.v1")
    record FoundingDecisionCorrected(TeamId team, Instrument foundingDecision, LocalDate effectiveFrom)
            implements TeamEvent, Correcting, Flagging {

        @Override
        public Optional<Flag> flag() {
            return startsBefore(foundingDecision, effectiveFrom);
        }
    }

    @StoredAs("team.appointment-corrected.v1")
    record AppointmentCorrected(
            TeamId team, Office office, MemberId member, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements DayCorrected {

        @Override
        public boolean isAbout(DomainEvent stated) {
            return switch (stated) {
                case LeaderAppointed appointed -> office == Office.LEADER && member.equals(appointed.member());
                case DeputyAppointed appointed -> office == Office.DEPUTY && member.equals(appointed.member());
                case AppointmentCorrected before -> office == before.office && member.equals(before.member);
                default -> false;
            };
        }
    }

    /**
     * Nobody was appointed on that day: until the next appointment the office is held as it was before. If that ends sooner, an event of its
     * own says so.
     *
     * @param member      the one appointed; of several on that day, the last
     * @param enteredFrom day of the appointment, as entered
     */
    @StoredAs("team.appointment-withdrawn.v1")
    record AppointmentWithdrawn(TeamId team, Office office, MemberId member, LocalDate enteredFrom)
            implements TeamEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return new AppointmentCorrected(team, office, member, enteredFrom, enteredFrom).corrects(earlier);
        }
    }

    /** @param name name of the team from the right day on */
    @StoredAs("team.renaming-corrected.v1")
    record RenamingCorrected(TeamId team, String name, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements DayCorrected {

        @Override
        public boolean isAbout(DomainEvent stated) {
            return stated instanceof TeamRenamed || stated instanceof RenamingCorrected;
        }
    }

    /** @param coverage all residential units that the team covers from the right day on, sorted */
    @StoredAs("team.coverage-corrected.v1")
    record CoverageCorrected(TeamId team, List<UnitId> coverage, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements RestedOn, DayCorrected {

        public CoverageCorrected {
            coverage = Ascending.of(coverage);
        }

        @Override
        public boolean isAbout(DomainEvent stated) {
            return stated instanceof TeamCoverageChanged || stated instanceof CoverageCorrected;
        }
    }

    @StoredAs("team.leader-appointed.v1")
    record LeaderAppointed(TeamId team, MemberId member, LocalDate effectiveFrom) implements TeamEvent, Dated.From {}

    /** The leader steps down and stays a member; another may lead since that day. */
    @StoredAs("team.leader-relieved.v1")
    record LeaderRelieved(TeamId team, MemberId member, LocalDate since) implements TeamEvent, Dated.Since {}

    /** Appoints the team's one deputy; a later appointment replaces an earlier one. */
    @StoredAs("team.deputy-appointed.v1")
    record DeputyAppointed(TeamId team, MemberId member, LocalDate effectiveFrom) implements TeamEvent, Dated.From {}

    /** @param since first day on which the member is no longer deputy */
    @StoredAs("team.deputy-relieved.v1")
    record DeputyRelieved(TeamId team, MemberId member, LocalDate since) implements TeamEvent, Dated.Since {}

    /**
     * The team lost its leader by the end of a membership, a suspension or a resignation and has no successor yet. A
     * flagged state, not an error.
     */
    @StoredAs("team.flagged-leaderless.v1")
    record TeamFlaggedLeaderless(TeamId team, MemberId formerLeader, LocalDate since)
            implements TeamEvent, Dated.Since, Flagging {

        @Override
        public Optional<Flag> flag() {
            return Code.TEAM_HAS_NO_LEADER.with(since);
        }
    }

    /** The team has fewer members than the policy requires: a flagged state, not an error. */
    @StoredAs("team.flagged-understaffed.v1")
    record TeamFlaggedUnderstaffed(TeamId team, int members, int minimum, LocalDate since)
            implements TeamEvent, Dated.Since, Flagging {

        @Override
        public Optional<Flag> flag() {
            return Code.TEAM_IS_UNDERSTAFFED.with(members, minimum);
        }
    }

    @StoredAs("team.staffing-restored.v1")
    record TeamStaffingRestored(TeamId team, int members, int minimum, LocalDate since)
            implements TeamEvent, Dated.Since {}

    /** The leader of a team of a residential unit is not the unit's head: a flagged state, not an error. */
    @StoredAs("team.flagged-led-by-another.v1")
    record TeamFlaggedLedByAnother(TeamId team, MemberId leader, MemberOrigin organisation, LocalDate since)
            implements TeamEvent, Dated.Since, Flagging {

        @Override
        public Optional<Flag> flag() {
            return Code.LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD.with(since);
        }
    }

    /**
     * The team covers units that are not in force, and needs consolidation: a flagged state, not an error.
     *
     * @param units the units that are not in force, sorted
     * @param since day of the check
     */
    @StoredAs("team.flagged-outdated.v1")
    record TeamFlaggedOutdated(TeamId team, List<UnitId> units, LocalDate since)
            implements TeamEvent, Dated.Since, Flagging {

        public TeamFlaggedOutdated {
            units = Ascending.of(units);
        }

        @Override
        public Optional<Flag> flag() {
            return Code.TEAM_COVERS_UNITS_NOT_IN_FORCE.with(units.size(), since);
        }
    }

    /** All units that the team covers are in force again. */
    @StoredAs("team.brought-up-to-date.v1")
    record TeamBroughtUpToDate(TeamId team, LocalDate since) implements TeamEvent, Dated.Since {}

    /**
     * The team is consolidated by a new decision; changes of members, coverage and leader follow as events of their
     * own.
     *
     * @param absorbed teams that were dissolved into this one the day before, sorted
     */
    @StoredAs("team.consolidated.v1")
    record TeamConsolidated(TeamId team, Instrument decision, List<TeamId> absorbed, LocalDate effectiveFrom)
            implements TeamEvent, Dated.From {

        public TeamConsolidated {
            absorbed = Ascending.of(absorbed);
        }
    }

    /** @param effectiveFrom the right day; absent if the team was not consolidated; events about each of its parts follow */
    @StoredAs("team.consolidation-corrected.v1")
    record ConsolidationCorrected(
            TeamId team,
            List<TeamId> absorbed,
            LocalDate enteredFrom,
            @Nullable LocalDate effectiveFrom) implements TeamEvent, Correcting {

        public ConsolidationCorrected {
            absorbed = Ascending.of(absorbed);
        }

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof TeamConsolidated of && enteredFrom.equals(of.effectiveFrom());
        }
    }

    /**
     * The team is dissolved; the end of each open membership follows as an event of its own.
     *
     * @param lastDay   last day of the team
     * @param successor team that continues the work; absent if none was named
     */
    @StoredAs("team.dissolved.v1")
    record TeamDissolved(
            TeamId team,
            Instrument instrument,
            LocalDate lastDay,
            @Nullable TeamId successor) implements TeamCounted, Dated.Until {}

    /**
     * The last day was entered wrongly, or the team was not dissolved; corrections of the memberships that ended with it follow.
     *
     * @param lastDay the right last day; absent if the team goes on
     */
    @StoredAs("team.dissolution-corrected.v1")
    record DissolutionCorrected(
            TeamId team, LocalDate enteredLast, @Nullable LocalDate lastDay) implements TeamCounted, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof TeamDissolved dissolved && enteredLast.equals(dissolved.lastDay());
        }
    }

    private static Optional<Flag> startsBefore(Instrument decision, LocalDate firstDay) {
        return firstDay.isBefore(decision.signedOn())
                ? Code.TEAM_STARTS_BEFORE_ITS_DECISION.with(firstDay, decision.signedOn())
                : Optional.empty();
    }
}
