package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/** Everything that can happen to a team, on one page. */
public sealed interface TeamEvent extends DomainEvent {

    TeamId team();

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team());
    }

    /**
     * @param coverage      residential units, sorted
     * @param members       named in the decision; members from {@code effectiveFrom}
     * @param leader        one of the members
     */
    @StoredAs("team.formed.v1")
    record TeamFormed(
            TeamId team,
            String name,
            Instrument foundingDecision,
            List<UnitId> coverage,
            List<FoundingMember> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements TeamEvent {

        public TeamFormed {
            coverage = coverage.stream().distinct().sorted().toList();
            members = List.copyOf(members);
        }
    }

    /** @param effectiveFrom first day of membership */
    @StoredAs("team.member-enrolled.v1")
    record MemberEnrolled(TeamId team, MemberId member, Organisation organisation, LocalDate effectiveFrom)
            implements TeamEvent {}

    /** @param lastDay last day of membership */
    @StoredAs("team.membership-ended.v1")
    record MembershipEnded(TeamId team, MemberId member, EndReason reason, LocalDate lastDay) implements TeamEvent {}

    @StoredAs("team.leader-appointed.v1")
    record LeaderAppointed(TeamId team, MemberId member, LocalDate effectiveFrom) implements TeamEvent {}

    /** The leader's membership ended and nobody was appointed yet: a flagged state, not an error. */
    @StoredAs("team.flagged-leaderless.v1")
    record TeamFlaggedLeaderless(TeamId team, MemberId formerLeader, LocalDate since) implements TeamEvent {}

    /** Fewer members than the policy asks for: a flagged state, not an error. */
    @StoredAs("team.flagged-understaffed.v1")
    record TeamFlaggedUnderstaffed(TeamId team, int members, int minimum, LocalDate since) implements TeamEvent {}

    @StoredAs("team.staffing-restored.v1")
    record TeamStaffingRestored(TeamId team, int members, int minimum, LocalDate since) implements TeamEvent {}
}
