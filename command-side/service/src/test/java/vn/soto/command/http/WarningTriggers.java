package vn.soto.command.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.domain.FarDays;
import vn.soto.testkit.code.Reach;

/** The events that can raise a warning: by their own code, or because it is looked for in the commits before them. */
final class WarningTriggers {

    private static final Reach.Code CONTRACTS = Reach.codeAround(DomainEvent.class);
    private static final Map<Class<?>, Reach> OWN = new ConcurrentHashMap<>();

    private static final Set<Class<?>> HELP = Set.of(AssistanceStated.class);
    private static final Set<Class<?>> LEADERS = Set.of(TeamFormed.class, LeaderAppointed.class);
    private static final Set<Class<?>> MEMBERSHIPS = Set.of(MemberEnrolled.class, MembershipCorrected.class);
    private static final Set<Class<?>> REFERENCES = Set.of(HouseholdRegistered.class, ReferenceCorrected.class);
    private static final Set<Class<?>> COUNTED = Set.of(
            AssistanceStated.class,
            AssistanceVoided.class,
            AssistanceConfirmed.class,
            Told.class,
            OutreachVoided.class,
            AttendanceStated.class,
            CommunityGroupRecorded.class,
            CommunityGroupUpdated.class,
            CommunityGroupClosed.class);
    private static final Set<Class<?>> LEAVING_BEHIND = Set.of(
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
            RelocationWithdrawn.class,
            HouseholdReturned.class,
            ReturnCorrected.class,
            BusinessRelocated.class,
            BusinessRelocationCorrected.class,
            AssistanceCorrected.class,
            UnitChangeUndone.class);

    private WarningTriggers() {}

    static boolean raises(Class<? extends DomainEvent> event, Code code) {
        return lookedFor(code).anyMatch(each -> each.isAssignableFrom(event))
                || (Flagging.class.isAssignableFrom(event)
                        && OWN.computeIfAbsent(event, WarningTriggers::ofItself).uses(code));
    }

    private static Reach ofItself(Class<?> event) {
        try {
            return Reach.of(event.getMethod("flag"), CONTRACTS);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events for which one of the readers of earlier commits looks for it. */
    private static Stream<Class<?>> lookedFor(Code code) {
        return switch (code) {
            case RECORDS_ARE_LEFT_BEHIND, RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET -> LEAVING_BEHIND.stream();
            case HELPED_HOUSEHOLD_HAD_LEFT, HELP_IS_RECORDED_ALREADY, HELP_IS_RECORDED_BY_ANOTHER_TEAM -> HELP.stream();
            case LEADER_LEADS_ANOTHER_TEAM -> LEADERS.stream();
            case DAY_IS_FAR_AHEAD -> FarDays.facts().stream();
            case MEMBERSHIP_REACHES_INTO_A_REPORT -> MEMBERSHIPS.stream();
            case REFERENCE_IS_KNOWN_IN_THE_UNIT -> REFERENCES.stream();
            case COUNTS_IN_AN_AMENDMENT, COUNTS_IN_A_LATER_PERIOD -> COUNTED.stream();
            case EARLIER_RECORDS_ARE_NOT_READ_YET ->
                Stream.of(HELP, LEADERS, MEMBERSHIPS, REFERENCES).flatMap(Set::stream);
            default -> Stream.empty();
        };
    }
}
