package vn.soto.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;

/** The days of quarters in a unit, as known at a commit: those of its reports, or those of the calendar. */
@Component
public record UnitPeriods(Periods periods) {

    /**
     * The days of a quarter and those beside them.
     *
     * @param calendar that has the days, but for those where one calendar followed another or the authority changed
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

    /** Those that apply in an area. */
    ApplicablePeriods applying(Function<LocalDate, List<String>> area, long asOf) {
        return periods.applying(area, asOf);
    }

    /** @param area units on a day */
    UnitQuarter of(
            Function<LocalDate, List<String>> area,
            Optional<Quarter> asked,
            Optional<DaysOfQuarter> choice,
            LocalDate day,
            long asOf) {
        DaysOfQuarter chosen = choice.orElse(DaysOfQuarter.REPORTING);
        ApplicablePeriods applying = periods.applying(area, asOf);
        Quarter quarter = asked.orElseGet(() ->
                chosen == DaysOfQuarter.CALENDAR ? QuarterCalendar.CALENDAR.nearest(day) : applying.quarterOf(day));
        return of(applying, quarter, chosen);
    }

    public UnitQuarter of(String unit, Quarter quarter, DaysOfQuarter chosen, long asOf) {
        return quarters(unit, chosen, asOf).apply(quarter);
    }

    /** For questions about many quarters of a unit. Not thread-safe. */
    public Function<Quarter, UnitQuarter> quarters(String unit, DaysOfQuarter chosen, long asOf) {
        ApplicablePeriods applying = periods.applying(List.of(unit), asOf);
        return quarter -> of(applying, quarter, chosen);
    }

    private static UnitQuarter of(ApplicablePeriods applying, Quarter quarter, DaysOfQuarter chosen) {
        QuarterDays reporting = applying.days(quarter);
        QuarterDays calendar = QuarterCalendar.CALENDAR.days(quarter);
        boolean reports = chosen == DaysOfQuarter.REPORTING;
        return new UnitQuarter(
                reports ? reporting : calendar,
                reports ? applying.calendar(quarter) : QuarterCalendar.CALENDAR,
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

    /** The days that quarters of a unit have by the other choice than those decided for them; absent if they are the same. */
    public Optional<OtherDays> beside(String unit, List<QuarterDays> decided, long asOf) {
        ApplicablePeriods applying = periods.applying(List.of(unit), asOf);
        return Stream.of(DaysOfQuarter.CALENDAR, DaysOfQuarter.REPORTING)
                .map(choice -> new OtherDays(
                        choice.text(),
                        applying.days(decided.getFirst().quarter(), choice).firstDay(),
                        applying.days(decided.getLast().quarter(), choice).lastDay()))
                .filter(other -> !other.firstDay().equals(decided.getFirst().firstDay())
                        || !other.lastDay().equals(decided.getLast().lastDay()))
                .findFirst();
    }

    /** Those of the reporting period. */
    public QuarterDays days(String unit, Quarter quarter, long asOf) {
        return periods.applying(List.of(unit), asOf).days(quarter);
    }
}
