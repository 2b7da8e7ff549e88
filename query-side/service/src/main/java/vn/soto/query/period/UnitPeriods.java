package vn.soto.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;

/** Which days quarters have in a unit, as known at a commit: those of its reports, or those of the calendar. */
@Component
public final class UnitPeriods {

    private final Periods periods;

    UnitPeriods(Periods periods) {
        this.periods = periods;
    }

    /**
     * The days of a quarter and those beside them.
     *
     * @param calendar that has the days, but for those where one calendar followed another
     * @param other    days that the other choice has; absent if they are the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitQuarter(
            QuarterDays days,
            QuarterCalendar calendar,
            DaysOfQuarter chosen,
            @Nullable OtherDays other) {

        public Quarter quarter() {
            return days.quarter();
        }

        /** Whether the days are those of the reporting period. */
        public boolean isOfReports() {
            return chosen == DaysOfQuarter.REPORTING || other == null;
        }

        public LocalDate firstDay() {
            return days.firstDay();
        }

        public LocalDate lastDay() {
            return days.lastDay();
        }
    }

    /** @param days by which the same quarter can be asked for */
    public record OtherDays(String days, LocalDate firstDay, LocalDate lastDay) {}

    /** The quarter asked for, or that of a day. */
    public UnitQuarter of(
            String unit, Optional<Quarter> asked, Optional<DaysOfQuarter> choice, LocalDate day, long asOf) {
        return of(on -> List.of(unit), asked, choice, day, asOf);
    }

    /** @param area units on a day */
    UnitQuarter of(
            Function<LocalDate, List<String>> area,
            Optional<Quarter> asked,
            Optional<DaysOfQuarter> choice,
            LocalDate day,
            long asOf) {
        DaysOfQuarter chosen = choice.orElse(DaysOfQuarter.REPORTING);
        Quarter likely = QuarterCalendar.CALENDAR.nearest(day);
        Quarter quarter = asked.orElseGet(() -> chosen == DaysOfQuarter.CALENDAR
                ? likely
                : periods.authority(area, likely, asOf).quarterOf(day));
        return of(periods.authority(area, quarter, asOf), quarter, chosen);
    }

    public UnitQuarter of(String unit, Quarter quarter, DaysOfQuarter chosen, long asOf) {
        return of(periods.authority(List.of(unit), quarter, asOf), quarter, chosen);
    }

    private static UnitQuarter of(Periods.Authority authority, Quarter quarter, DaysOfQuarter chosen) {
        QuarterDays reporting = authority.days(quarter);
        QuarterDays calendar = QuarterCalendar.CALENDAR.days(quarter);
        boolean reports = chosen == DaysOfQuarter.REPORTING;
        return new UnitQuarter(
                reports ? reporting : calendar,
                reports ? authority.calendar(quarter) : QuarterCalendar.CALENDAR,
                chosen,
                reporting.equals(calendar)
                        ? null
                        : reports
                                ? other(DaysOfQuarter.CALENDAR, calendar)
                                : other(DaysOfQuarter.REPORTING, reporting));
    }

    private static OtherDays other(DaysOfQuarter choice, QuarterDays days) {
        return new OtherDays(choice.text(), days.firstDay(), days.lastDay());
    }

    /** Those of the reporting period. */
    public QuarterDays days(String unit, Quarter quarter, long asOf) {
        return periods.authority(List.of(unit), quarter, asOf).days(quarter);
    }
}
