package vn.soto.command.shared;

import static vn.soto.command.shared.Warning.Code.ASSISTANCE_IS_DENIED;
import static vn.soto.command.shared.Warning.Code.ASSISTANCE_IS_RECORDED_LATE;
import static vn.soto.command.shared.Warning.Code.ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER;
import static vn.soto.command.shared.Warning.Code.CASELOAD_IS_ABOVE_TARGET;
import static vn.soto.command.shared.Warning.Code.REPORT_IS_LATE;
import static vn.soto.command.shared.Warning.Code.TEAM_HAS_NO_LEADER;
import static vn.soto.command.shared.Warning.Code.TEAM_IS_UNDERSTAFFED;
import static vn.soto.command.shared.Warning.Code.TEAM_STARTS_BEFORE_ITS_DECISION;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** Reads warnings off a commit's events alone, so that a command sent again gets the same ones. */
public final class Warnings {

    private static final Set<Class<? extends DomainEvent>> TELLING = Set.of(
            CaseloadChanged.class,
            HouseholdReassigned.class,
            TeamFlaggedUnderstaffed.class,
            TeamFlaggedLeaderless.class,
            TeamFormed.class,
            QuarterlyReportSubmitted.class,
            AssistanceFlaggedLate.class,
            AssistanceRouted.class,
            AssistanceVerified.class);

    private Warnings() {}

    /** Whether events of this class matter to {@link #of} at all; the others need not be read. */
    public static boolean dependOn(Class<? extends DomainEvent> event) {
        return TELLING.contains(event);
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
            case TeamFlaggedUnderstaffed flagged ->
                Stream.of(TEAM_IS_UNDERSTAFFED.with(flagged.members(), flagged.minimum()));
            case TeamFlaggedLeaderless flagged -> Stream.of(TEAM_HAS_NO_LEADER.with(flagged.since()));
            case TeamFormed formed
            when formed.effectiveFrom().isBefore(formed.foundingDecision().signedOn()) ->
                Stream.of(TEAM_STARTS_BEFORE_ITS_DECISION.with(
                        formed.effectiveFrom(), formed.foundingDecision().signedOn()));
            case QuarterlyReportSubmitted submitted when submitted.late() -> Stream.of(REPORT_IS_LATE.with());
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

    /** Members who gave up a household: their caseload changed too, but for the better. */
    private static Set<MemberId> relieved(List<DomainEvent> events) {
        return events.stream()
                .filter(HouseholdReassigned.class::isInstance)
                .map(event -> ((HouseholdReassigned) event).from().member())
                .collect(Collectors.toSet());
    }
}
