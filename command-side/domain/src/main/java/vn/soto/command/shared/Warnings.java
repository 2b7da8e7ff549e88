package vn.soto.command.shared;

import static vn.soto.command.shared.Warning.Code.CASELOAD_IS_ABOVE_TARGET;
import static vn.soto.command.shared.Warning.Code.LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD;
import static vn.soto.command.shared.Warning.Code.REPORT_IS_LATE;
import static vn.soto.command.shared.Warning.Code.TEAM_COVERS_UNITS_NOT_IN_FORCE;
import static vn.soto.command.shared.Warning.Code.TEAM_HAS_NO_LEADER;
import static vn.soto.command.shared.Warning.Code.TEAM_IS_UNDERSTAFFED;
import static vn.soto.command.shared.Warning.Code.TEAM_STARTS_BEFORE_ITS_DECISION;
import static vn.soto.command.shared.Warning.Code.UNIT_HAS_NO_TEAM;
import static vn.soto.command.shared.Warning.Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** Reads warnings off a commit's events alone, so that a command sent again gets the same ones. */
public final class Warnings {

    private static final Set<Class<? extends DomainEvent>> TELLING = Set.of(
            CaseloadChanged.class,
            HouseholdReassigned.class,
            TeamFlaggedUnderstaffed.class,
            TeamFlaggedLeaderless.class,
            TeamFlaggedLedByAnother.class,
            TeamFlaggedOutdated.class,
            UnitCoverageChanged.class,
            TeamFormed.class,
            QuarterlyReportSubmitted.class);

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
