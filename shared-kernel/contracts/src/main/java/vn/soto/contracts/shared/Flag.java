package vn.soto.contracts.shared;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;

/**
 * A finding in recorded events that a plan or policy wants reviewed; it never stops a command.
 *
 * @param arguments arguments of the code's message, in order
 */
public record Flag(Code code, List<Object> arguments) {

    public Flag {
        arguments = List.copyOf(arguments);
    }

    /** Kinds of finding, each with the events that can raise it. */
    public enum Code {
        /** Arguments: households, target. */
        CASELOAD_IS_ABOVE_TARGET(CaseloadChanged.class),
        /** Arguments: households, over all teams. */
        MEMBER_LEAVES_HOUSEHOLDS_BEHIND(CaseloadFlaggedLeftBehind.class),
        HOUSEHOLD_MOVED_OUT_OF_COVERAGE(HouseholdUnassigned.class),
        /** Arguments: day on which the consent was needed. */
        CONTACT_LACKS_CONSENT(ConsentFlaggedMissing.class),
        PHOTO_LACKS_CONSENT(ConsentFlaggedMissing.class),
        FOLLOW_UP_LACKS_CONSENT(ConsentFlaggedMissing.class),
        PUBLICATION_LACKS_CONSENT(ConsentFlaggedMissing.class),
        /** Arguments: members, minimum. */
        TEAM_IS_UNDERSTAFFED(TeamFlaggedUnderstaffed.class),
        /** Arguments: first day without a leader. */
        TEAM_HAS_NO_LEADER(TeamFlaggedLeaderless.class),
        /** Arguments: first day of that leader. */
        LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD(TeamFlaggedLedByAnother.class),
        /** Arguments: number of units, day of the check. */
        TEAM_COVERS_UNITS_NOT_IN_FORCE(TeamFlaggedOutdated.class),
        /** Arguments: id of the unit; its name where the command's answer says it. */
        UNIT_HAS_NO_TEAM(UnitCoverageChanged.class),
        /** Arguments: id of the unit; its name where the command's answer says it. */
        UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL(UnitCoverageChanged.class),
        /** Arguments: first day of the team, day of signature. */
        TEAM_STARTS_BEFORE_ITS_DECISION(TeamFormed.class, FoundingDecisionCorrected.class),
        /** Arguments: due day; none if the report was submitted to the first version. */
        REPORT_IS_LATE(QuarterlyReportSubmitted.class, UnitReportSubmitted.class),
        /** Arguments: day of the help, days after it until which a record is in time. */
        ASSISTANCE_IS_RECORDED_LATE(AssistanceFlaggedLate.class),
        /** Arguments: id of the member to whom the record is routed, first day of that member's responsibility. */
        ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER(AssistanceRouted.class),
        ASSISTANCE_IS_DENIED(AssistanceVerified.class),
        ASSISTANCE_AWAITS_CONFIRMATION(AssistanceFlaggedUnconfirmed.class),
        /** Arguments: attendance. */
        ATTENDANCE_IS_AN_ESTIMATE(OutreachFlaggedEstimated.class),
        /** Arguments: attendance, households expected of the members who held the session. */
        ATTENDANCE_IS_ABOVE_PLAUSIBLE(OutreachFlaggedImplausible.class),
        /** Arguments: due day, day of resolution. */
        REQUEST_IS_RESOLVED_LATE(SupportRequestFlaggedLate.class),
        /** Arguments: last day for the answer, day of the answer. */
        DATA_REQUEST_IS_ANSWERED_LATE(DataRequestFlaggedLate.class),
        /** Arguments: last day for carrying it out, day on which that was done. */
        DATA_REQUEST_IS_CARRIED_OUT_LATE(DataRequestFlaggedLate.class),
        /**
         * Records rested on what the commit changes for their day, and no longer hold. It is found among the commits before,
         * not in an event. Arguments: number of records.
         */
        RECORDS_ARE_LEFT_BEHIND(
                MembershipEnded.class,
                MembershipCorrected.class,
                MemberSuspended.class,
                SuspensionCorrected.class,
                TeamCoverageChanged.class,
                CoverageCorrected.class,
                TeamDissolved.class,
                DissolutionCorrected.class,
                HouseholdRelocated.class,
                RelocationCorrected.class,
                HouseholdReturned.class,
                ReturnCorrected.class,
                BusinessRelocated.class,
                BusinessRelocationCorrected.class,
                AssistanceCorrected.class,
                UnitChangeUndone.class),
        /** The same events, while the records of their teams are not read yet: how many are left behind is not known. */
        RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET(RECORDS_ARE_LEFT_BEHIND),

        // The following are found among the commits before, not in an event.

        /** Arguments: first day on which the household had left, day of the help. */
        HELPED_HOUSEHOLD_HAD_LEFT(AssistanceRecorded.class, AssistanceCorrected.class),
        /** The same service to the same household by the same member. Arguments: id of the earlier record, day of the help. */
        HELP_IS_RECORDED_ALREADY(AssistanceRecorded.class, AssistanceCorrected.class),
        /** The same service to the same household on one day, by others. Arguments: id of the other team, its name, day of the help. */
        HELP_IS_RECORDED_BY_ANOTHER_TEAM(HELP_IS_RECORDED_ALREADY),
        /** Arguments: id of the other team, its name. */
        LEADER_LEADS_ANOTHER_TEAM(TeamFormed.class, LeaderAppointed.class),
        /** Arguments: day, day of the commit, days ahead that are not far, name of the command that sets it right. */
        DAY_IS_FAR_AHEAD(
                UnitEstablished.class,
                UnitRenamed.class,
                UnitRecoded.class,
                UnitRetyped.class,
                UnitReparented.class,
                UnitMerged.class,
                UnitSplit.class,
                UnitAbolished.class,
                TeamFormed.class,
                TeamConsolidated.class,
                ConsolidationCorrected.class,
                TeamDissolved.class,
                DissolutionCorrected.class,
                TeamRenamed.class,
                RenamingCorrected.class,
                TeamCoverageChanged.class,
                CoverageCorrected.class,
                MemberEnrolled.class,
                MembershipCorrected.class,
                MembershipEnded.class,
                MemberSuspended.class,
                MemberResumed.class,
                SuspensionCorrected.class,
                LeaderAppointed.class,
                DeputyAppointed.class,
                AppointmentCorrected.class,
                LeaderRelieved.class,
                DeputyRelieved.class,
                HouseholdAssigned.class,
                HouseholdReassigned.class,
                HouseholdUnassigned.class,
                AssignmentCorrected.class,
                HouseholdRelocated.class,
                RelocationCorrected.class,
                HouseholdLeft.class,
                DepartureCorrected.class,
                HouseholdReturned.class,
                ReturnCorrected.class,
                BusinessRelocated.class,
                BusinessRelocationCorrected.class,
                BusinessClosed.class,
                BusinessReopened.class,
                SupportBegun.class,
                SupportCorrected.class,
                SupportEnded.class,
                PracticeTakenUp.class,
                PracticeStopped.class,
                RoleGranted.class,
                GrantCorrected.class,
                GrantEnded.class,
                AccountLinked.class,
                AccountUnlinked.class,
                PolicyAdopted.class,
                ServiceCatalogueAdopted.class,
                StipendPolicyAdopted.class,
                CalendarAdopted.class,
                TargetSet.class,
                CampaignPlanned.class,
                CampaignRevised.class,
                TrainingScheduled.class,
                OutreachScheduled.class,
                OutreachRescheduled.class,
                CommunityGroupClosed.class,
                PeriodReopened.class,
                AssistanceRecorded.class,
                AssistanceCorrected.class,
                AssistanceFollowedUp.class),
        /** Arguments: first day of the membership, quarters with a submitted report from that day on. */
        MEMBERSHIP_REACHES_INTO_A_REPORT(MemberEnrolled.class, MembershipCorrected.class),
        /** Arguments: reference, id of the household that has it already. */
        REFERENCE_IS_KNOWN_IN_THE_UNIT(HouseholdRegistered.class),
        /** Its period was closed, and a further version of the report takes it up. Arguments: day, its quarter. */
        COUNTS_IN_AN_AMENDMENT(
                AssistanceRecorded.class,
                AssistanceConfirmed.class,
                AssistanceCorrected.class,
                AssistanceVoided.class,
                OutreachHeld.class,
                OutreachCorrected.class,
                OutreachVoided.class,
                CommunityGroupRecorded.class,
                CommunityGroupUpdated.class,
                CommunityGroupClosed.class,
                TrainingHeld.class,
                AttendanceCorrected.class),
        /** Its period was closed, and hands on what arrives. Arguments: day, its quarter, the quarter in which it counts. */
        COUNTS_IN_A_LATER_PERIOD(COUNTS_IN_AN_AMENDMENT),
        /** While earlier commits are not read, whether one of these holds is not known. */
        EARLIER_RECORDS_ARE_NOT_READ_YET(
                AssistanceRecorded.class,
                AssistanceCorrected.class,
                TeamFormed.class,
                LeaderAppointed.class,
                MemberEnrolled.class,
                MembershipCorrected.class,
                HouseholdRegistered.class);

        @SuppressWarnings("ImmutableEnumChecker") // created by Set.of
        private final Set<Class<? extends DomainEvent>> tellers;

        @SafeVarargs
        @SuppressWarnings("varargs") // copied immediately
        Code(Class<? extends DomainEvent>... tellers) {
            this.tellers = Set.of(tellers);
        }

        Code(Code alike) {
            this.tellers = alike.tellers;
        }

        /** Classes of event that can raise it. */
        public Set<Class<? extends DomainEvent>> tellers() {
            return tellers;
        }

        /** A flag of this code with these arguments. */
        public Optional<Flag> with(Object... arguments) {
            return Optional.of(new Flag(this, List.of(arguments)));
        }
    }
}
