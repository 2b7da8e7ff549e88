package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;

/**
 * The reporting periods that apply to a team, a unit or another thing that lies in units. In each quarter they are
 * those of its authority on the quarter's last day by the calendar of the ledger. A quarter begins on the day after the
 * one before it ended. So each day belongs to exactly one quarter, also where a calendar follows another or the
 * authority changes. Reads what it is asked for; not thread-safe.
 */
public final class ApplicablePeriods {

    private static final int MOST_LEVELS = 10;

    private final Function<Quarter, Authority> authorities;
    private final QuarterCalendar initial;
    private final @Nullable QuarterDays stated;
    private final Map<Quarter, Authority> known = new HashMap<>();

    private ApplicablePeriods(
            Function<Quarter, Authority> authorities, QuarterCalendar initial, @Nullable QuarterDays stated) {
        this.authorities = authorities;
        this.initial = initial;
        this.stated = stated;
    }

    /**
     * The authority whose periods apply in a quarter.
     *
     * @param unit absent for what lies nowhere
     */
    public record Authority(@Nullable UnitId unit, ReportingPeriods periods) {

        static final Authority NONE = new Authority(null, ReportingPeriods.NONE);
    }

    /** The units and their periods, as far as they are known. */
    public interface Units {

        UnitLineage lineage(LocalDate day);

        /** The unit in which another lies on a day. */
        Optional<UnitId> parent(UnitId unit, LocalDate day);

        /** The periods that a unit has decided itself. */
        ReportingPeriods decided(UnitId unit);
    }

    /**
     * The authority is the nearest unit above an area that has adopted a calendar for the quarter or has opened or
     * closed it. If there is none, it is the topmost unit.
     *
     * @param area    units on a day; the first of them by id decides
     * @param initial calendar of the ledger, which applies until one is adopted
     */
    public static ApplicablePeriods in(
            Function<LocalDate, ? extends Collection<UnitId>> area, Units units, QuarterCalendar initial) {
        return new ApplicablePeriods(
                quarter -> {
                    LocalDate day = initial.lastDay(quarter);
                    return area.apply(day).stream()
                            .min(UnitId::compareTo)
                            .map(unit -> above(unit, quarter, day, units))
                            .orElse(Authority.NONE);
                },
                initial,
                null);
    }

    private static Authority above(UnitId lowest, Quarter quarter, LocalDate day, Units units) {
        UnitLineage lineage = units.lineage(day);
        Authority found = Authority.NONE;
        Optional<UnitId> unit = Optional.of(lowest);
        for (int level = 0; level < MOST_LEVELS && unit.isPresent(); level++) {
            UnitId at = lineage.of(unit.get()).unit();
            found = new Authority(at, units.decided(at));
            unit = found.periods.decides(quarter) ? Optional.empty() : units.parent(at, day);
        }
        return found;
    }

    /** One set of periods that applies in all quarters. */
    public static ApplicablePeriods of(ReportingPeriods periods, QuarterCalendar initial) {
        return new ApplicablePeriods(quarter -> new Authority(null, periods), initial, null);
    }

    /** The same with the days of a quarter as they are stated, as in a report; they bound the quarters beside it. */
    public ApplicablePeriods stating(QuarterDays days) {
        return new ApplicablePeriods(this::authority, initial, days);
    }

    public Authority authority(Quarter quarter) {
        Authority found = known.get(quarter);
        if (found == null) {
            found = authorities.apply(quarter);
            known.put(quarter, found);
        }
        return found;
    }

    public Optional<Period> period(Quarter quarter) {
        return authority(quarter).periods.period(quarter);
    }

    public QuarterCalendar calendar(Quarter quarter) {
        return authority(quarter).periods.calendar(quarter, initial);
    }

    public QuarterDays days(Quarter quarter) {
        return new QuarterDays(quarter, firstDay(quarter), lastDay(quarter));
    }

    public QuarterDays days(Quarter quarter, DaysOfQuarter chosen) {
        return chosen == DaysOfQuarter.REPORTING ? days(quarter) : QuarterCalendar.CALENDAR.days(quarter);
    }

    private LocalDate firstDay(Quarter quarter) {
        if (stated != null && stated.quarter().equals(quarter)) {
            return stated.firstDay();
        }
        return quarter.isFirst()
                ? calendar(quarter).firstDay(quarter)
                : lastDay(quarter.previous()).plusDays(1);
    }

    public LocalDate lastDay(Quarter quarter) {
        if (stated != null && stated.quarter().equals(quarter)) {
            return stated.lastDay();
        }
        if (stated != null && !quarter.isLast() && stated.quarter().equals(quarter.next())) {
            return stated.firstDay().minusDays(1);
        }
        return authority(quarter).periods.lastDay(quarter, initial);
    }

    /** The place in which late events of a closed period count. */
    public LateCounting late(Quarter quarter) {
        return authority(quarter).periods.late(quarter);
    }

    /**
     * The last day on which a report is in time.
     *
     * @param dueDays days after the quarter's last day by the policy of that day, where no calendar was adopted
     * @param working as known on a day
     */
    public LocalDate dueOn(
            Quarter quarter, ToIntFunction<LocalDate> dueDays, Function<LocalDate, WorkingDays> working) {
        return authority(quarter).periods.dueOn(quarter, initial, dueDays, working);
    }

    /** The quarter to which a day belongs; of a day before all the first, of one after all the last. */
    public Quarter quarterOf(LocalDate day) {
        Quarter likely = QuarterCalendar.CALENDAR.nearest(day);
        return likely.isLast() || !day.isAfter(lastDay(likely)) ? likely : likely.next();
    }
}
