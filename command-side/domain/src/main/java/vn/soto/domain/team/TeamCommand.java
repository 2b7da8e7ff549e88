package vn.soto.domain.team;

import static vn.soto.domain.shared.Role.OFFICER;

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
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.HasReason;

/** Everything that can be asked of a team. */
public sealed interface TeamCommand extends Command {

    TeamId team();

    /**
     * @param level         of a residential unit if absent
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
            List<FoundingMember> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements TeamCommand {

        public FormTeam {
            name = Text.normalised(name);
            coverage = List.copyOf(coverage);
            members = List.copyOf(members);
        }

        /** Of a residential unit. */
        public FormTeam(
                TeamId team,
                String name,
                Instrument foundingDecision,
                List<UnitId> coverage,
                List<FoundingMember> members,
                MemberId leader,
                LocalDate effectiveFrom) {
            this(team, null, name, foundingDecision, coverage, members, leader, effectiveFrom);
        }
    }

    /** @param effectiveFrom first day of the name */
    @ClientCommand(as = "rename-team", at = "teams/{team}/name", by = OFFICER)
    record RenameTeam(
            @TargetAggregateIdentifier TeamId team, String name, Instrument instrument, LocalDate effectiveFrom)
            implements TeamCommand {

        public RenameTeam {
            name = Text.normalised(name);
        }
    }

    /**
     * @param coverage      all residential units it covers from then on
     * @param effectiveFrom first day of that
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

    /** Looks whether every unit the team covers is in force on a day, after units have changed. */
    @ClientCommand(as = "review-coverage", at = "teams/{team}/coverage/review", by = OFFICER)
    record ReviewCoverage(@TargetAggregateIdentifier TeamId team, LocalDate on) implements TeamCommand {}

    /** @param effectiveFrom first day of membership */
    @ClientCommand(as = "enrol-member", at = "teams/{team}/members", by = OFFICER)
    record EnrolMember(
            @TargetAggregateIdentifier TeamId team, MemberId member, MemberOrigin organisation, LocalDate effectiveFrom)
            implements TeamCommand {}

    /** @param lastDay last day of membership */
    @ClientCommand(as = "end-membership", at = "teams/{team}/members/{member}/end", by = OFFICER)
    record EndMembership(@TargetAggregateIdentifier TeamId team, MemberId member, EndReason reason, LocalDate lastDay)
            implements TeamCommand {}

    @ClientCommand(as = "appoint-leader", at = "teams/{team}/leader", by = OFFICER)
    record AppointLeader(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate effectiveFrom)
            implements TeamCommand {}

    /**
     * Puts a membership right that was entered wrongly; it stays open if it is open, and ended if it is ended.
     *
     * @param enteredFrom   first day as known, which says which of the person's memberships it is
     * @param organisation  as it should have been entered, and so on
     * @param lastDay       absent if nobody has ended it
     */
    @ClientCommand(as = "correct-membership", at = "teams/{team}/members/{member}/correction", by = OFFICER)
    record CorrectMembership(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            LocalDate enteredFrom,
            MemberOrigin organisation,
            LocalDate effectiveFrom,
            @Nullable LocalDate lastDay,
            String reason)
            implements TeamCommand, CorrectionCommand {

        public CorrectMembership {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return team.value();
        }
    }

    /** @param firstDay on which the member may not act for the team */
    @ClientCommand(as = "suspend-member", at = "teams/{team}/members/{member}/suspension", by = OFFICER)
    record SuspendMember(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate firstDay, String reason)
            implements TeamCommand, HasReason {

        public SuspendMember {
            reason = Text.normalised(reason);
        }
    }

    /** @param firstDay on which the member may act again */
    @ClientCommand(as = "resume-member", at = "teams/{team}/members/{member}/resumption", by = OFFICER)
    record ResumeMember(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate firstDay)
            implements TeamCommand {}

    /** The leader steps down and stays a member. */
    @ClientCommand(as = "relieve-leader", at = "teams/{team}/leader/relief", by = OFFICER)
    record RelieveLeader(@TargetAggregateIdentifier TeamId team, LocalDate effectiveFrom) implements TeamCommand {}

    /** A team has one deputy at most; who was it before is it no longer. */
    @ClientCommand(as = "appoint-deputy", at = "teams/{team}/deputy", by = OFFICER)
    record AppointDeputy(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate effectiveFrom)
            implements TeamCommand {}

    @ClientCommand(as = "relieve-deputy", at = "teams/{team}/deputy/relief", by = OFFICER)
    record RelieveDeputy(@TargetAggregateIdentifier TeamId team, LocalDate effectiveFrom) implements TeamCommand {}

    /**
     * Founds a team anew by a decision, with the teams it absorbs, which are dissolved the day before.
     *
     * @param absorbed      other teams; may be empty
     * @param coverage      all residential units it covers from then on; absent: those of all these teams
     * @param members       all its members from then on; absent: those of all these teams
     * @param leader        one of the members
     * @param effectiveFrom first day of all that
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

    /** @param lastDay last day of the team, and of every membership nobody has ended */
    @ClientCommand(as = "dissolve-team", at = "teams/{team}/dissolution", by = OFFICER)
    record DissolveTeam(@TargetAggregateIdentifier TeamId team, Instrument instrument, LocalDate lastDay, String reason)
            implements TeamCommand, HasReason {

        public DissolveTeam {
            reason = Text.normalised(reason);
        }
    }
}
