package vn.soto.domain.report;

import static vn.soto.domain.report.ReportRule.QUARTER_BEGINS_SOON;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER;
import static vn.soto.domain.report.ReportRule.TEAM_WAS_THERE_IN_THE_QUARTER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.period.HolidayTables;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/**
 * The area and time of a team's report: the periods that apply to it, and the days of its own.
 *
 * @param team   that reports
 * @param since  first day of the team
 * @param ended  last day of the team; absent while it goes on
 */
record Frame(
        TeamId team,
        ApplicablePeriods periods,
        QuarterDays days,
        LocalDate since,
        @Nullable LocalDate ended) {

    /** Refuses a quarter that ended before the team's first day or began after its last. */
    static Frame of(TeamId team, Quarter quarter, ReadOnlyAggregates consulted, Policies policies) {
        Frame frame = unchecked(team, quarter, consulted, policies);
        LocalDate since = frame.since;
        TEAM_WAS_THERE_IN_THE_QUARTER.require(frame.begunInTime(), since);
        TEAM_WAS_NOT_DISSOLVED_BEFORE_THE_QUARTER.require(
                frame.notEndedBefore(), Objects.requireNonNullElse(frame.ended, since));
        return frame;
    }

    /** Refuses also a quarter of which nothing can be said yet. */
    static void checkStated(
            TeamId team, Quarter quarter, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        checkBegins(of(team, quarter, consulted, policies).days, VietnamTime.day(clock.instant()));
    }

    static void checkBegins(QuarterDays days, LocalDate today) {
        QUARTER_BEGINS_SOON.require(days.mayBeStated(today), days.firstDay(), QuarterDays.MONTHS_BEFORE);
    }

    /** Empty for a quarter that {@link #of} refuses. */
    static Optional<Frame> find(TeamId team, Quarter quarter, ReadOnlyAggregates consulted, Policies policies) {
        return Optional.of(unchecked(team, quarter, consulted, policies))
                .filter(frame -> frame.begunInTime() && frame.notEndedBefore());
    }

    private boolean begunInTime() {
        return !since.isAfter(days.lastDay());
    }

    private boolean notEndedBefore() {
        return ended == null || !ended.isBefore(days.firstDay());
    }

    private static Frame unchecked(TeamId team, Quarter quarter, ReadOnlyAggregates consulted, Policies policies) {
        LocalDate since = consulted.ask(Team.class, team, Team::firstDay);
        Optional<LocalDate> ended = consulted.ask(Team.class, team, Team::lastDay);
        ApplicablePeriods periods = Authorities.periods(
                day -> {
                    LocalDate there = ended.filter(last -> last.isBefore(day)).orElse(day);
                    return consulted.ask(Team.class, team, asked -> asked.areaOn(there));
                },
                consulted,
                policies.calendar());
        return new Frame(team, periods, periods.days(quarter), since, ended.isPresent() ? ended.get() : null);
    }

    /** Last quarter of a team that was dissolved; absent while it goes on. */
    @Nullable
    Quarter last() {
        return ended == null ? null : periods.quarterOf(ended);
    }

    /** The last day on which the report is in time. */
    LocalDate dueOn(ReadOnlyAggregates consulted, Policies policies) {
        return periods.dueOn(days.quarter(), policies::dueDays, HolidayTables.known(consulted, policies));
    }

    /** The unit that accepts a report submitted today; absent if the area lies in no commune. */
    @Nullable
    Recipient recipient(LocalDate today, ReadOnlyAggregates consulted) {
        return Recipient.designated(
                        communes(today, consulted),
                        communes(days.firstDay(), consulted).keySet(),
                        unit -> UnitFrame.isInForce(unit, today, consulted))
                .orElse(null);
    }

    /** The communes in which the area lies on a day, each with the number of its units there. */
    private Map<UnitId, Long> communes(LocalDate day, ReadOnlyAggregates consulted) {
        LocalDate there = ended == null || day.isBefore(ended) ? day : ended;
        Set<UnitId> area = consulted.ask(Team.class, team, asked -> asked.areaOn(there));
        return area.stream()
                .sorted()
                .flatMap(unit -> Unit.communeOf(unit, day, consulted).stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }
}
