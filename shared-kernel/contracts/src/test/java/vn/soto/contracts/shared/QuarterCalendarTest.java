package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.shared.QuarterCalendar.ADMINISTRATIVE;
import static vn.soto.contracts.shared.QuarterCalendar.CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class QuarterCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2026-Q1, 2026-01-01, 2026-03-31",
        "CALENDAR, 2026-Q2, 2026-04-01, 2026-06-30",
        "CALENDAR, 2026-Q3, 2026-07-01, 2026-09-30",
        "CALENDAR, 2026-Q4, 2026-10-01, 2026-12-31",
        "ADMINISTRATIVE, 2026-Q1, 2025-12-15, 2026-03-14",
        "ADMINISTRATIVE, 2026-Q2, 2026-03-15, 2026-06-14",
        "ADMINISTRATIVE, 2026-Q3, 2026-06-15, 2026-09-14",
        "ADMINISTRATIVE, 2026-Q4, 2026-09-15, 2026-12-14",
    })
    void aQuarterHasItsDays(QuarterCalendar calendar, String quarter, LocalDate first, LocalDate last) {
        assertThat(calendar.firstDay(Quarter.parse(quarter))).isEqualTo(first);
        assertThat(calendar.lastDay(Quarter.parse(quarter))).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource
    void everyDayIsInExactlyTheQuarterWhoseDaysIncludeIt(QuarterCalendar calendar) {
        LocalDate end = LocalDate.of(2029, 1, 1);
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            Quarter quarter = calendar.of(day);
            assertThat(day).isBetween(calendar.firstDay(quarter), calendar.lastDay(quarter));
            assertThat(calendar.firstDay(quarter.next())).isAfter(day);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayBeforeOrAfterAllQuartersIsNearestToTheFirstOrLast(QuarterCalendar calendar) {
        assertThat(calendar.nearest(LocalDate.MIN)).isEqualTo(new Quarter(2000, 1));
        assertThat(calendar.nearest(LocalDate.of(1976, 7, 2))).isEqualTo(new Quarter(2000, 1));
        assertThat(calendar.nearest(LocalDate.of(2026, 5, 1))).isEqualTo(new Quarter(2026, 2));
        assertThat(calendar.nearest(LocalDate.MAX)).isEqualTo(new Quarter(2999, 4));
    }

    @Test
    void aDayBeginsAtMidnightInVietnam() {
        assertThat(CALENDAR.of(Instant.parse("2026-06-30T16:59:59.999999Z"))).isEqualTo(new Quarter(2026, 2));
        assertThat(CALENDAR.of(Instant.parse("2026-06-30T17:00:00Z"))).isEqualTo(new Quarter(2026, 3));
        assertThat(ADMINISTRATIVE.of(Instant.parse("2026-12-14T16:59:59Z"))).isEqualTo(new Quarter(2026, 4));
        assertThat(ADMINISTRATIVE.of(Instant.parse("2026-12-14T17:00:00Z"))).isEqualTo(new Quarter(2027, 1));
        assertThat(VietnamTime.start(LocalDate.of(2026, 7, 1))).isEqualTo("2026-06-30T17:00:00Z");
        assertThat(VietnamTime.day(Instant.parse("2026-06-30T17:00:00Z"))).isEqualTo("2026-07-01");
    }
}
