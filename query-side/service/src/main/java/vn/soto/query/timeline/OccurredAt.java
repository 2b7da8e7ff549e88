package vn.soto.query.timeline;

import java.util.Optional;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.training.TrainingEvent;

/** When something happened in the world, where the event says so. */
final class OccurredAt {

    private OccurredAt() {}

    static Optional<String> of(DomainEvent event) {
        Object when = switch (event) {
            case AssistanceStated stated -> stated.content().occurredAt();
            case AssistanceFollowedUp followed -> followed.occurredAt();
            case AssistanceVerified verified -> verified.occurredAt();
            case HouseholdAssigned assigned -> assigned.effectiveFrom();
            case HouseholdReassigned reassigned -> reassigned.effectiveFrom();
            case OutreachScheduled scheduled -> scheduled.startsAt();
            case OutreachRescheduled rescheduled -> rescheduled.startsAt();
            case OutreachEvent.Told told -> told.holding().heldOn();
            case CommunityGroupRecorded recorded -> recorded.countedOn();
            case CommunityGroupUpdated updated -> updated.countedOn();
            case CommunityGroupClosed closed -> closed.lastDay();
            case SupportRequestReceived received -> received.receivedOn();
            case SupportRequestTaken taken -> taken.takenOn();
            case SupportRequestReleased released -> released.releasedOn();
            case SupportRequestResolved resolved -> resolved.resolvedOn();
            case SupportRequestFlaggedLate late -> late.resolvedOn();
            case SupportRequestDeclined declined -> declined.declinedOn();
            case SupportRequestReopened reopened -> reopened.reopenedOn();
            case HouseholdUnassigned unassigned -> unassigned.effectiveFrom();
            case HouseholdRelocated relocated -> relocated.effectiveFrom();
            case CaseloadFlaggedLeftBehind flagged -> flagged.since();
            case ConsentRecorded recorded -> recorded.consent().day();
            case TeamFormed formed -> formed.effectiveFrom();
            case MemberEnrolled enrolled -> enrolled.effectiveFrom();
            case MembershipEnded ended -> ended.lastDay();
            case LeaderAppointed appointed -> appointed.effectiveFrom();
            case TeamEvent.LeaderRelieved relieved -> relieved.since();
            case TeamEvent.DeputyAppointed appointed -> appointed.effectiveFrom();
            case TeamEvent.DeputyRelieved relieved -> relieved.since();
            case TeamEvent.TeamRenamed renamed -> renamed.effectiveFrom();
            case TeamEvent.TeamCoverageChanged changed -> changed.effectiveFrom();
            case TeamEvent.MembershipCorrected corrected -> corrected.effectiveFrom();
            case TeamEvent.MemberSuspended suspended -> suspended.firstDay();
            case TeamEvent.MemberResumed resumed -> resumed.firstDay();
            case TeamEvent.TeamConsolidated consolidated -> consolidated.effectiveFrom();
            case TeamEvent.TeamDissolved dissolved -> dissolved.lastDay();
            case TeamEvent.TeamFlaggedLedByAnother flagged -> flagged.since();
            case TeamEvent.TeamFlaggedOutdated flagged -> flagged.since();
            case TeamEvent.TeamBroughtUpToDate done -> done.since();
            case OrganisationEvent.SupportBegun begun -> begun.effectiveFrom();
            case OrganisationEvent.SupportEnded ended -> ended.lastDay();
            case TrainingEvent.TrainingHeld held -> held.attendance().on();
            case TrainingEvent.AttendanceCorrected corrected ->
                corrected.attendance().on();
            case TeamFlaggedLeaderless flagged -> flagged.since();
            case TeamFlaggedUnderstaffed flagged -> flagged.since();
            case TeamStaffingRestored restored -> restored.since();
            default -> "";
        };
        return Optional.of(when.toString()).filter(text -> !text.isEmpty());
    }
}
