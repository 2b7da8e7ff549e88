package vn.soto.domain.shared;

import static vn.soto.contracts.household.UnassignmentCause.MOVED_OUT_OF_COVERAGE;
import static vn.soto.domain.shared.Warning.Code.ASSISTANCE_IS_DENIED;
import static vn.soto.domain.shared.Warning.Code.ASSISTANCE_IS_RECORDED_LATE;
import static vn.soto.domain.shared.Warning.Code.ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER;
import static vn.soto.domain.shared.Warning.Code.ATTENDANCE_IS_ABOVE_PLAUSIBLE;
import static vn.soto.domain.shared.Warning.Code.ATTENDANCE_IS_AN_ESTIMATE;
import static vn.soto.domain.shared.Warning.Code.CASELOAD_IS_ABOVE_TARGET;
import static vn.soto.domain.shared.Warning.Code.CONTACT_LACKS_CONSENT;
import static vn.soto.domain.shared.Warning.Code.FOLLOW_UP_LACKS_CONSENT;
import static vn.soto.domain.shared.Warning.Code.HOUSEHOLD_MOVED_OUT_OF_COVERAGE;
import static vn.soto.domain.shared.Warning.Code.LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD;
import static vn.soto.domain.shared.Warning.Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND;
import static vn.soto.domain.shared.Warning.Code.PHOTO_LACKS_CONSENT;
import static vn.soto.domain.shared.Warning.Code.PUBLICATION_LACKS_CONSENT;
import static vn.soto.domain.shared.Warning.Code.REPORT_IS_LATE;
import static vn.soto.domain.shared.Warning.Code.REQUEST_IS_RESOLVED_LATE;
import static vn.soto.domain.shared.Warning.Code.TEAM_COVERS_UNITS_NOT_IN_FORCE;
import static vn.soto.domain.shared.Warning.Code.TEAM_HAS_NO_LEADER;
import static vn.soto.domain.shared.Warning.Code.TEAM_IS_UNDERSTAFFED;
import static vn.soto.domain.shared.Warning.Code.TEAM_STARTS_BEFORE_ITS_DECISION;
import static vn.soto.domain.shared.Warning.Code.UNIT_HAS_NO_TEAM;
import static vn.soto.domain.shared.Warning.Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** Reads warnings off a commit's events alone, so that a command sent again gets the same ones. */
public final class Warnings {

    /** Who gave up a household is told by its passing on. */
    private static final Set<Class<? extends DomainEvent>> TELLING = Stream.concat(
                    Stream.of(Warning.Code.values()).flatMap(code -> code.tellers().stream()),
                    Stream.of(HouseholdReassigned.class))
            .collect(Collectors.toUnmodifiableSet());

    private Warnings() {}

    /** Whether events of this class matter to {@link #of} at all; the others need not be read. */
    public static boolean dependOn(Class<? extends DomainEvent> event) {
        return TELLING.contains(event);
    }

    /** What an event of this class may tell of. */
    public static List<Warning.Code> toldBy(Class<? extends DomainEvent> event) {
        return Stream.of(Warning.Code.values())
                .filter(code -> code.tellers().contains(event))
                .toList();
    }

    public static List<Warning> of(List<DomainEvent> events) {
        List<DomainEvent> telling =
                events.stream().filter(event -> dependOn(event.getClass())).toList();
        Set<MemberId> relieved = relieved(telling);
        return telling.stream().flatMap(event -> of(event, relieved)).toList();
    }

    private static Stream<Warning> of(DomainEvent event, Set<MemberId> relieved) {
        return switch (event) {
            case CaseloadChanged changed
            when changed.aboveTarget() && !relieved.contains(changed.member()) ->
                Stream.of(CASELOAD_IS_ABOVE_TARGET.with(changed.households(), changed.target()));
            case CaseloadFlaggedLeftBehind flagged ->
                Stream.of(MEMBER_LEAVES_HOUSEHOLDS_BEHIND.with(flagged.households()));
            case HouseholdUnassigned unassigned
            when unassigned.cause() == MOVED_OUT_OF_COVERAGE -> Stream.of(HOUSEHOLD_MOVED_OUT_OF_COVERAGE.with());
            case ConsentFlaggedMissing flagged ->
                Stream.of(lacksConsent(flagged.purpose()).with(flagged.day()));
            case TeamFlaggedUnderstaffed flagged ->
                Stream.of(TEAM_IS_UNDERSTAFFED.with(flagged.members(), flagged.minimum()));
            case TeamFlaggedLeaderless flagged -> Stream.of(TEAM_HAS_NO_LEADER.with(flagged.since()));
            case TeamFlaggedLedByAnother flagged ->
                Stream.of(LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD.with(flagged.since()));
            case TeamFlaggedOutdated flagged ->
                Stream.of(TEAM_COVERS_UNITS_NOT_IN_FORCE.with(flagged.units().size(), flagged.since()));
            case UnitCoverageChanged changed
            when changed.uncovered() ->
                Stream.of(UNIT_HAS_NO_TEAM.with(changed.unit().value()));
            case UnitCoverageChanged changed
            when changed.overlapping() ->
                Stream.of(UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL.with(changed.unit().value()));
            case TeamFormed formed
            when formed.effectiveFrom().isBefore(formed.foundingDecision().signedOn()) ->
                Stream.of(TEAM_STARTS_BEFORE_ITS_DECISION.with(
                        formed.effectiveFrom(), formed.foundingDecision().signedOn()));
            case QuarterlyReportSubmitted submitted when submitted.late() -> Stream.of(REPORT_IS_LATE.with());
            case OutreachFlaggedEstimated flagged -> Stream.of(ATTENDANCE_IS_AN_ESTIMATE.with(flagged.attendance()));
            case OutreachFlaggedImplausible flagged ->
                Stream.of(ATTENDANCE_IS_ABOVE_PLAUSIBLE.with(flagged.attendance(), flagged.plausible()));
            case SupportRequestFlaggedLate flagged ->
                Stream.of(REQUEST_IS_RESOLVED_LATE.with(flagged.dueOn(), flagged.resolvedOn()));
            case AssistanceFlaggedLate flagged ->
                Stream.of(ASSISTANCE_IS_RECORDED_LATE.with(flagged.day(), flagged.allowed()));
            case AssistanceRouted routed ->
                Stream.of(ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER.with(
                        routed.to().member().value(), routed.since()));
            case AssistanceVerified verified
            when verified.result() == Verification.DENIED -> Stream.of(ASSISTANCE_IS_DENIED.with());
            default -> Stream.empty();
        };
    }

    private static Warning.Code lacksConsent(ConsentPurpose purpose) {
        return switch (purpose) {
            case CONTACT -> CONTACT_LACKS_CONSENT;
            case PHOTO -> PHOTO_LACKS_CONSENT;
            case FOLLOW_UP -> FOLLOW_UP_LACKS_CONSENT;
            case PUBLICATION -> PUBLICATION_LACKS_CONSENT;
        };
    }

    /** Members who gave up a household: their caseload changed too, but for the better. */
    private static Set<MemberId> relieved(List<DomainEvent> events) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case HouseholdReassigned reassigned -> Stream.of(reassigned.from());
                    case HouseholdUnassigned unassigned -> Stream.of(unassigned.from());
                    default -> Stream.<Responsible>empty();
                })
                .map(Responsible::member)
                .collect(Collectors.toSet());
    }
}
