package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitState;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.Team;
import vn.soto.ledger.Commit;

/**
 * The warnings of a commit that records something for days of periods closed before it; they say where it counts.
 *
 * @param initial calendar of the ledger, which applies until one is adopted
 */
record ClosedPeriods(TeamIndex teams, PastEvents past, QuarterCalendar initial) {

    /** One for each closed period that the event says something for. */
    Stream<Warning> warnings(Commit commit, DomainEvent event) {
        return switch (event) {
            case AssistanceRecorded first -> warnings(commit, first.team(), Stream.of(day(first)));
            case AssistanceStated corrected ->
                warnings(commit, corrected.team(), Stream.concat(before(commit, corrected), Stream.of(day(corrected))));
            case AssistanceVoided voided -> warnings(commit, voided.team(), before(commit, voided));
            case AssistanceConfirmed confirmed -> warnings(commit, confirmed.team(), before(commit, confirmed));
            case Told told ->
                warnings(
                        commit,
                        told.team(),
                        Stream.concat(
                                before(commit, told), Stream.of(told.holding().heldOn())));
            case OutreachVoided voided -> warnings(commit, voided.team(), before(commit, voided));
            case AttendanceStated attended ->
                attended.concerns().stream()
                        .flatMap(team -> warnings(
                                commit,
                                team,
                                Stream.concat(
                                        before(commit, attended),
                                        Stream.of(attended.attendance().on()))));
            case CommunityGroupRecorded counted -> warnings(commit, counted.team(), Stream.of(counted.countedOn()));
            case CommunityGroupUpdated counted ->
                warnings(
                        commit, counted.team(), Stream.concat(before(commit, counted), Stream.of(counted.countedOn())));
            case CommunityGroupClosed closed ->
                warnings(commit, closed.team(), Stream.concat(before(commit, closed), after(closed)));
            default -> Stream.empty();
        };
    }

    private static LocalDate day(AssistanceStated stated) {
        return VietnamTime.day(stated.happenedOn());
    }

    /** The day of the help as the record said it before the commit. */
    private Stream<LocalDate> before(Commit commit, AssistanceEvent event) {
        return past.of(event.assistance().value(), commit.number() - 1, AssistanceStated.class).stream()
                .reduce((earlier, later) -> later)
                .map(ClosedPeriods::day)
                .stream();
    }

    /** The day of the session as it was told before the commit. */
    private Stream<LocalDate> before(Commit commit, OutreachEvent event) {
        return past.of(event.session().value(), commit.number() - 1, Told.class).stream()
                .reduce((earlier, later) -> later)
                .map(told -> told.holding().heldOn())
                .stream();
    }

    /** The first day on which the group did not count before the commit. */
    private Stream<LocalDate> before(Commit commit, CommunityGroupEvent event) {
        return past.of(event.group().value(), commit.number() - 1, CommunityGroupEvent.class).stream()
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(ClosedPeriods::after);
    }

    private static Stream<LocalDate> after(CommunityGroupEvent event) {
        return event instanceof CommunityGroupClosed closed
                ? Stream.of(closed.lastDay().plusDays(1))
                : Stream.empty();
    }

    /** The day of the training as it was stated before the commit. */
    private Stream<LocalDate> before(Commit commit, TrainingEvent event) {
        return past.of(event.training().value(), commit.number() - 1, AttendanceStated.class).stream()
                .reduce((earlier, later) -> later)
                .map(stated -> stated.attendance().on())
                .stream();
    }

    private Stream<Warning> warnings(Commit commit, TeamId team, Stream<LocalDate> days) {
        LocalDate today = VietnamTime.day(commit.at());
        return days.distinct()
                .filter(day -> mayBeClosed(day, today))
                .flatMap(day -> warning(commit, team, day).stream());
    }

    /** A period is closed after its last day only, which is that of a quarter of some calendar. */
    private static boolean mayBeClosed(LocalDate day, LocalDate today) {
        return Stream.of(QuarterCalendar.values())
                .anyMatch(calendar -> calendar.lastDay(calendar.of(day)).isBefore(today));
    }

    private Optional<Warning> warning(Commit commit, TeamId id, LocalDate day) {
        List<TeamEvent> events = past.of(id.value(), commit.number(), TeamEvent.class);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Team team = Team.of(events);
        ApplicablePeriods periods = periods(team, commit.number());
        Quarter quarter = periods.quarterOf(day);
        Quarter last = team.lastDay().map(periods::quarterOf).orElse(null);
        PeriodSegments segments = new PeriodSegments(periods, last, teams.cuts());
        long position = commit.stored().getFirst().position();
        if (!segments.isClosed(quarter, position)) {
            return Optional.empty();
        }
        Quarter counting = segments.destination(quarter, position);
        return Optional.of(
                counting.equals(quarter)
                        ? new Warning(Flag.Code.COUNTS_IN_AN_AMENDMENT, List.of(day, quarter.toString()))
                        : new Warning(
                                Flag.Code.COUNTS_IN_A_LATER_PERIOD,
                                List.of(day, quarter.toString(), counting.toString())));
    }

    /** As reports find them. */
    private ApplicablePeriods periods(Team team, long upTo) {
        Map<String, List<UnitEvent>> read = new HashMap<>();
        Function<String, List<UnitEvent>> units =
                id -> read.computeIfAbsent(id, unit -> past.of(unit, upTo, UnitEvent.class));
        LedgerUnits successions = new LedgerUnits(units);
        return ApplicablePeriods.in(
                day -> team.areaOn(
                        team.lastDay().filter(last -> last.isBefore(day)).orElse(day)),
                new ApplicablePeriods.Units() {
                    @Override
                    public UnitLineage lineage(LocalDate day) {
                        return successions.lineage(day);
                    }

                    @Override
                    public Optional<UnitId> parent(UnitId unit, LocalDate day) {
                        List<UnitEvent> events = units.apply(unit.value());
                        return events.isEmpty()
                                ? Optional.empty()
                                : events.stream()
                                        .reduce(UnitState.NONE, UnitState::after, (first, second) -> second)
                                        .parentOn(day);
                    }

                    @Override
                    public ReportingPeriods decided(UnitId unit) {
                        return past.of(new ReportingPeriodsId(unit).toString(), upTo, PeriodEvent.class).stream()
                                .reduce(ReportingPeriods.NONE, ReportingPeriods::after, (first, second) -> second);
                    }
                },
                initial);
    }
}
