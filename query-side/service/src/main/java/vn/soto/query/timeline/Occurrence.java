package vn.soto.query.timeline;

import java.util.Optional;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;

/** When something happened in the world, where the event says so. */
final class Occurrence {

    private Occurrence() {}

    static Optional<String> of(DomainEvent event) {
        Object when = switch (event) {
            case AssistanceStated stated -> stated.content().occurredAt();
            case AssistanceFollowedUp followed -> followed.occurredAt();
            case AssistanceVerified verified -> verified.occurredAt();
            case HouseholdAssigned assigned -> assigned.effectiveFrom();
            case HouseholdReassigned reassigned -> reassigned.effectiveFrom();
            case TeamFormed formed -> formed.effectiveFrom();
            case MemberEnrolled enrolled -> enrolled.effectiveFrom();
            case MembershipEnded ended -> ended.lastDay();
            case LeaderAppointed appointed -> appointed.effectiveFrom();
            case TeamFlaggedLeaderless flagged -> flagged.since();
            case TeamFlaggedUnderstaffed flagged -> flagged.since();
            case TeamStaffingRestored restored -> restored.since();
            default -> "";
        };
        return Optional.of(when.toString()).filter(text -> !text.isEmpty());
    }
}
