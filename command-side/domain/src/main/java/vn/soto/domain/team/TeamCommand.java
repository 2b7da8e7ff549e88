package vn.soto.domain.team;

import static vn.soto.contracts.access.Role.OFFICER;
import static vn.soto.contracts.access.Role.ORGANISATION_OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a team. */
public sealed interface TeamCommand extends Command {

    TeamId team();

    /**
     * @param level         {@link TeamLevel#HAMLET} if absent
     * @param coverage      residential units
     * @param leader        one of the members
     * @param effectiveFrom first day of the team and of its members
     */
    @ClientCommand(as = "form-team", at = "teams", by = OFFICER)
    record FormTeam(
            @TargetAggregateIdentifier TeamId team,
            @Nullable TeamLevel level,
            String name,
            Instrument foundingDecision,
            List<UnitId> coverage,
            @Introduces List<Founder> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements TeamCommand {

        public FormTeam {
            name = Text.normalised(name);
            coverage = List.copyOf(coverage);
            members = List.copyOf(members);
        }

        /** A team of level {@link TeamLevel#HAMLET}, without data of its members. */
        public FormTeam(
                TeamId team,
                String name,
                Instrument foundingDecision,
                List<UnitId> coverage,
                List<FoundingMember> members,
                MemberId leader,
                LocalDate effectiveFrom) {
            this(team, null, name, foundingDecision, coverage, Founder.unnamed(members), leader, effectiveFrom);
        }

        /** The members as the decision names them. */
        public List<FoundingMember> named() {
            return members.stream().map(Founder::named).toList();
        }
    }

    /** @param effectiveFrom first day of the new name */
    @ClientCommand(as = "rename-team", at = "teams/{team}/name", by = OFFICER)
    record RenameTeam(
            @TargetAggregateIdentifier TeamId team, String name, Instrument instrument, LocalDate effectiveFrom)
            implements TeamCommand {

        public RenameTeam {
            name = Text.normalised(name);
        }
    }

    /**
     * @param coverage      all residential units covered after the change
     * @param effectiveFrom first day of the change
     */
    @ClientCommand(as = "change-coverage", at = "teams/{team}/coverage", by = OFFICER)
    record ChangeCoverage(
            @TargetAggregateIdentifier TeamId team,
            List<UnitId> coverage,
            Instrument instrument,
            LocalDate effectiveFrom)
            implements TeamCommand {

        public ChangeCoverage {
            coverage = List.copyOf(coverage);
        }
    }

    /** Checks whether every unit that the team covers is in force on a day; issued after units have changed. */
    @ClientCommand(as = "review-coverage", at = "teams/{team}/coverage/review", by = OFFICER)
    record ReviewCoverage(@TargetAggregateIdentifier TeamId team, LocalDate on) implements TeamCommand {}

    /** @param effectiveFrom first day of membership */
    @ClientCommand(
            as = "enrol-member",
            at = "teams/{team}/members",
            by = {OFFICER, ORGANISATION_OFFICER})
    record EnrolMember(
            @TargetAggregateIdentifier TeamId team,
            @Introduces(byDefaultAsCommand = true) MemberId member,
            MemberOrigin organisation,
            LocalDate effectiveFrom)
            implements TeamCommand {}

    /** @param lastDay last day of membership */
    @ClientCommand(
            as = "end-membership",
            at = "teams/{team}/members/{member}/end",
            by = {OFFICER, ORGANISATION_OFFICER})
    @Corrects(EnrolMember.class)
    record EndMembership(@TargetAggregateIdentifier TeamId team, MemberId member, EndReason reason, LocalDate lastDay)
            implements TeamCommand {}

    @ClientCommand(as = "appoint-leader", at = "teams/{team}/leader", by = OFFICER)
    @Corrects(RelieveLeader.class)
    record AppointLeader(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate effectiveFrom)
            implements TeamCommand {}

    /**
     * Corrects the data of a membership that were entered wrongly; an open membership stays open and an ended one stays
     * ended.
     *
     * @param enteredFrom   first day as entered; identifies the membership among those of the person
     * @param organisation  correct organisation; the same applies to the days
     * @param lastDay       absent for an open membership
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-membership", at = "teams/{team}/members/{member}/correction", by = OFFICER)
    @Corrects({ConsolidateTeams.class, DissolveTeam.class, EndMembership.class, EnrolMember.class, FormTeam.class})
    record CorrectMembership(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            LocalDate enteredFrom,
            MemberOrigin organisation,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            String reason)
            implements TeamCommand, CorrectionCommand {}

    /** @param foundingDecision the right decision; first day, name, coverage and members stay */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-founding-decision", at = "teams/{team}/founding-decision/correction", by = OFFICER)
    @Corrects({ConsolidateTeams.class, FormTeam.class})
    record CorrectFoundingDecision(
            @TargetAggregateIdentifier TeamId team, Instrument foundingDecision, String reason)
            implements TeamCommand, CorrectionCommand {}

    /**
     * Corrects the day of an appointment, or takes it back. The first leader's is the first day of the team, which the founding decision
     * names.
     *
     * @param enteredFrom   day as entered; identifies the appointment among those to the office
     * @param effectiveFrom the right day; absent to take the appointment back
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-appointment", at = "teams/{team}/appointments/correction", by = OFFICER)
    @Corrects({AppointDeputy.class, AppointLeader.class, ConsolidateTeams.class})
    record CorrectAppointment(
            @TargetAggregateIdentifier TeamId team,
            Office office,
            LocalDate enteredFrom,
            @Nullable LocalDate effectiveFrom,
            String reason)
            implements TeamCommand, CorrectionCommand {}

    /**
     * @param enteredFrom   day as entered; identifies the renaming among those of the team
     * @param effectiveFrom the right first day of the name
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-renaming", at = "teams/{team}/name/correction", by = OFFICER)
    @Corrects(RenameTeam.class)
    record CorrectRenaming(
            @TargetAggregateIdentifier TeamId team, LocalDate enteredFrom, LocalDate effectiveFrom, String reason)
            implements TeamCommand, CorrectionCommand {}

    /**
     * @param enteredFrom   day as entered; identifies the change among those of the team
     * @param effectiveFrom the right first day of the coverage
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-coverage", at = "teams/{team}/coverage/correction", by = OFFICER)
    @Corrects({ChangeCoverage.class, ConsolidateTeams.class})
    record CorrectCoverage(
            @TargetAggregateIdentifier TeamId team, LocalDate enteredFrom, LocalDate effectiveFrom, String reason)
            implements TeamCommand, CorrectionCommand {}

    /**
     * Corrects the last day of a dissolved team, or takes its dissolution back. Then it goes on with the members, the
     * offices and the units that it had.
     *
     * @param lastDay the right last day of the team and of the memberships that ended with it; absent to take the dissolution back
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-dissolution", at = "teams/{team}/dissolution/correction", by = OFFICER)
    @Corrects({ConsolidateTeams.class, DissolveTeam.class})
    record CorrectDissolution(
            @TargetAggregateIdentifier TeamId team,
            @Nullable LocalDate lastDay,
            String reason) implements TeamCommand, CorrectionCommand {}

    /** @param firstDay first day on which the member may not act for the team */
    @Reasons(ReasonList.ABSENCE)
    @ClientCommand(as = "suspend-member", at = "teams/{team}/members/{member}/suspension", by = OFFICER)
    @Corrects(ResumeMember.class)
    record SuspendMember(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate firstDay, String reason)
            implements TeamCommand, HasReason {}

    /**
     * Corrects the days of a suspension that were entered wrongly, or takes it back; an open one stays open and an ended one ended.
     *
     * @param enteredFrom first day as entered; identifies the suspension among those of the member
     * @param firstDay    right first day; absent to take the suspension back
     * @param lastDay     right last day; absent for an open suspension
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-suspension", at = "teams/{team}/members/{member}/suspension/correction", by = OFFICER)
    @Corrects({ResumeMember.class, SuspendMember.class})
    record CorrectSuspension(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            LocalDate enteredFrom,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String reason)
            implements TeamCommand, CorrectionCommand {}

    /** @param firstDay first day on which the member may act again */
    @ClientCommand(as = "resume-member", at = "teams/{team}/members/{member}/resumption", by = OFFICER)
    @Corrects(SuspendMember.class)
    record ResumeMember(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate firstDay)
            implements TeamCommand {}

    /** Relieves the leader, who stays a member. */
    @ClientCommand(as = "relieve-leader", at = "teams/{team}/leader/relief", by = OFFICER)
    @Corrects(AppointLeader.class)
    record RelieveLeader(@TargetAggregateIdentifier TeamId team, LocalDate effectiveFrom) implements TeamCommand {}

    /** Appoints the team's one deputy, in place of an earlier one. */
    @ClientCommand(as = "appoint-deputy", at = "teams/{team}/deputy", by = OFFICER)
    @Corrects(RelieveDeputy.class)
    record AppointDeputy(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate effectiveFrom)
            implements TeamCommand {}

    @ClientCommand(as = "relieve-deputy", at = "teams/{team}/deputy/relief", by = OFFICER)
    @Corrects(AppointDeputy.class)
    record RelieveDeputy(@TargetAggregateIdentifier TeamId team, LocalDate effectiveFrom) implements TeamCommand {}

    /**
     * Consolidates a team by a decision, with the teams it absorbs; those are dissolved the day before.
     *
     * @param absorbed      other teams; may be empty
     * @param coverage      all residential units covered afterwards; if absent, those of all these teams
     * @param members       all members afterwards; if absent, those of all these teams
     * @param leader        one of the members
     * @param effectiveFrom first day of all these changes
     */
    @ClientCommand(as = "consolidate-teams", at = "teams/{team}/consolidation", by = OFFICER)
    record ConsolidateTeams(
            @TargetAggregateIdentifier TeamId team,
            Instrument decision,
            List<TeamId> absorbed,
            @Nullable List<UnitId> coverage,
            @Nullable List<FoundingMember> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements TeamCommand {

        public ConsolidateTeams {
            absorbed = List.copyOf(absorbed);
            coverage = coverage == null ? null : List.copyOf(coverage);
            members = members == null ? null : List.copyOf(members);
        }
    }

    /**
     * Corrects the day of the last consolidation of a team, or takes it back. Then each of its teams goes on with the
     * members, offices, units and households that it had.
     *
     * @param absorbed      the teams that it absorbed
     * @param enteredFrom   day as entered; identifies the consolidation
     * @param effectiveFrom the right day; absent to take the consolidation back
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "correct-consolidation", at = "teams/{team}/consolidation/correction", by = OFFICER)
    @Corrects(ConsolidateTeams.class)
    record CorrectConsolidation(
            @TargetAggregateIdentifier TeamId team,
            List<TeamId> absorbed,
            LocalDate enteredFrom,
            @Nullable LocalDate effectiveFrom,
            String reason)
            implements TeamCommand, CorrectionCommand {

        public CorrectConsolidation {
            absorbed = List.copyOf(absorbed);
        }
    }

    /** @param lastDay last day of the team and of every open membership */
    @Reasons(ReasonList.DISSOLUTION)
    @ClientCommand(as = "dissolve-team", at = "teams/{team}/dissolution", by = OFFICER)
    @Corrects({ConsolidateTeams.class, FormTeam.class})
    record DissolveTeam(@TargetAggregateIdentifier TeamId team, Instrument instrument, LocalDate lastDay, String reason)
            implements TeamCommand, HasReason {}

    @Override
    default List<CommandPlace> touches() {
        return TeamPlaces.of(this);
    }
}
