package vn.soto.command.shared;

import static vn.soto.command.shared.Warning.Code.ATTENDANCE_IS_ABOVE_PLAUSIBLE;
import static vn.soto.command.shared.Warning.Code.ATTENDANCE_IS_AN_ESTIMATE;
import static vn.soto.command.shared.Warning.Code.CASELOAD_IS_ABOVE_TARGET;
import static vn.soto.command.shared.Warning.Code.REPORT_IS_LATE;
import static vn.soto.command.shared.Warning.Code.REQUEST_IS_RESOLVED_LATE;
import static vn.soto.command.shared.Warning.Code.TEAM_HAS_NO_LEADER;
import static vn.soto.command.shared.Warning.Code.TEAM_IS_UNDERSTAFFED;
import static vn.soto.command.shared.Warning.Code.TEAM_STARTS_BEFORE_ITS_DECISION;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** Reads warnings off a commit's events alone, so that a command sent again gets the same ones. */
public final class Warnings {

    /** Those who gave up a household are told by its passing on. */
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
            case TeamFlaggedUnderstaffed flagged ->
                Stream.of(TEAM_IS_UNDERSTAFFED.with(flagged.members(), flagged.minimum()));
            case TeamFlaggedLeaderless flagged -> Stream.of(TEAM_HAS_NO_LEADER.with(flagged.since()));
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
