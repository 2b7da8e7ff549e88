package vn.soto.contracts.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.PeriodOpened;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;

final class ApplicablePeriodsTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final List<Quarter> QUARTERS =
            new Quarter(2024, 4).through(new Quarter(2028, 1)).toList();
    private static final UnitId PROVINCE = new UnitId("p");

    private static CalendarAdopted adopted(QuarterCalendar calendar, Quarter from) {
        return new CalendarAdopted(
                PROVINCE, 1, calendar, 2, LateCounting.AMENDMENT, new Instrument("1/QĐ", BEGIN), from);
    }

    /** Between the ends of a quarter by both calendars a day belongs where the authority of the calendar quarter's last day says. */
    private static Quarter expected(LocalDate day, MovingArea area, QuarterCalendar initial) {
        Quarter likely = QuarterCalendar.CALENDAR.of(day);
        LocalDate decides = initial.lastDay(likely);
        return day.isAfter(area.calendarOn(decides, likely, initial).lastDay(likely)) ? likely.next() : likely;
    }

    @Test
    void everyDayBelongsToOneQuarterWhoeverTheAuthorityIs() {
        int boundaries = 0;
        for (long seed = 0; seed < 60; seed++) {
            QuarterCalendar initial = seed % 2 == 0 ? QuarterCalendar.CALENDAR : QuarterCalendar.ADMINISTRATIVE;
            MovingArea area = MovingArea.random(BEGIN, new Random(seed), MovingArea::calendars);
            ApplicablePeriods periods = area.periods(initial);
            List<QuarterDays> days = QUARTERS.stream().map(periods::days).toList();
            for (LocalDate day = BEGIN; day.isBefore(BEGIN.plusYears(3)); day = day.plusDays(1)) {
                Quarter expected = expected(day, area, initial);
                if (!periods.quarterOf(day).equals(expected)
                        || holding(days, day) != 1
                        || !days.get(QUARTERS.indexOf(expected)).contains(day)) {
                    fail("seed %s, %s belongs to %s: %s", seed, day, expected, days);
                }
            }
            boundaries += (int) days.stream()
                    .filter(each -> !each.equals(QuarterCalendar.CALENDAR.days(each.quarter()))
                            && !each.equals(QuarterCalendar.ADMINISTRATIVE.days(each.quarter())))
                    .count();
        }
        assertThat(boundaries).as("quarters between two calendars").isGreaterThan(60);
    }

    private static long holding(List<QuarterDays> days, LocalDate day) {
        return days.stream().filter(each -> each.contains(day)).count();
    }

    /** A calendar that a commune adopts for later changes nothing of the quarters before, in which the province's applied. */
    @Test
    void whoAdoptsACalendarDecidesFromItsFirstQuarterOn() {
        MovingArea area = MovingArea.random(BEGIN, new Random(1), (unit, random) -> ReportingPeriods.NONE);
        area.decided().clear();
        area.decided()
                .put(
                        PROVINCE,
                        ReportingPeriods.NONE.after(adopted(QuarterCalendar.ADMINISTRATIVE, new Quarter(2025, 1))));
        List<QuarterDays> before = days(area);
        area.moves()
                .values()
                .forEach(commune -> area.decided()
                        .put(
                                commune,
                                ReportingPeriods.NONE.after(adopted(QuarterCalendar.CALENDAR, new Quarter(2026, 3)))));
        assertThat(days(area))
                .startsWith(before.subList(0, 7).toArray(QuarterDays[]::new))
                .isNotEqualTo(before);
        assertThat(area.periods(QuarterCalendar.CALENDAR).days(new Quarter(2026, 3)))
                .isEqualTo(new QuarterDays(new Quarter(2026, 3), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 9, 30)));
    }

    private static List<QuarterDays> days(MovingArea area) {
        ApplicablePeriods periods = area.periods(QuarterCalendar.CALENDAR);
        return QUARTERS.stream().map(periods::days).toList();
    }

    @Test
    void anOpenedQuarterEndsAsItWasOpened() {
        Quarter quarter = new Quarter(2026, 2);
        ApplicablePeriods periods = ApplicablePeriods.of(
                ReportingPeriods.NONE.after(new PeriodOpened(
                        PROVINCE,
                        quarter,
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 6, 20),
                        LocalDate.of(2026, 6, 22),
                        LateCounting.NEXT_PERIOD)),
                QuarterCalendar.CALENDAR);
        assertThat(periods.days(quarter).lastDay()).isEqualTo("2026-06-20");
        assertThat(periods.days(quarter.next()).firstDay()).isEqualTo("2026-06-21");
        assertThat(periods.quarterOf(LocalDate.of(2026, 6, 21))).isEqualTo(quarter.next());
    }

    @Test
    void statedDaysBoundTheQuartersBesideThem() {
        Quarter quarter = new Quarter(2026, 2);
        QuarterDays stated = new QuarterDays(quarter, LocalDate.of(2026, 3, 15), LocalDate.of(2026, 6, 14));
        ApplicablePeriods periods = ApplicablePeriods.of(ReportingPeriods.NONE, QuarterCalendar.CALENDAR)
                .stating(stated);
        assertThat(periods.days(quarter)).isEqualTo(stated);
        assertThat(periods.days(quarter.previous()))
                .isEqualTo(new QuarterDays(quarter.previous(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 14)));
        assertThat(periods.days(quarter.next()))
                .isEqualTo(new QuarterDays(quarter.next(), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 9, 30)));
        assertThat(periods.quarterOf(LocalDate.of(2026, 3, 14))).isEqualTo(quarter.previous());
        assertThat(periods.quarterOf(LocalDate.of(2026, 3, 15))).isEqualTo(quarter);
        assertThat(periods.quarterOf(LocalDate.of(2026, 6, 15))).isEqualTo(quarter.next());
    }
}
