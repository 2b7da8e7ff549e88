package vn.soto.contracts.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2023-01-22, 2023-04-29",
        "2024-02-10, 2024-04-18",
        "2025-01-29, 2025-04-07",
        "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16"
    })
    void theLunarNewYearAndTheDayOfTheHungKingsAreThoseOfTheAlmanac(LocalDate newYear, LocalDate hungKings) {
        assertThat(LunarCalendar.newYear(newYear.getYear())).isEqualTo(newYear);
        assertThat(LunarCalendar.day(newYear.getYear(), 3, 10)).isEqualTo(hungKings);
    }

    /** In 1985 the year begins a month before that of China, in 2007 and 2030 a day before. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1985-01-21", "2007-02-17", "2028-01-26", "2029-02-13", "2030-02-02", "2033-01-31", "2034-02-19"
            })
    void theLunarNewYearIsThatOfVietnam(LocalDate newYear) {
        assertThat(LunarCalendar.newYear(newYear.getYear())).isEqualTo(newYear);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-03, 2026-07-03",
        "2026-07-04, 2026-07-06",
        "2026-07-05, 2026-07-06",
        "2026-04-30, 2026-05-04",
        "2026-09-01, 2026-09-03",
        "2027-01-01, 2027-01-04",
        "2025-04-07, 2025-04-08",
        "2026-04-26, 2026-04-28",
        "2026-02-16, 2026-02-23",
        "2027-05-01, 2027-05-04"
    })
    void aDayOffMovesToTheNextDayOnWhichOfficesWork(LocalDate day, LocalDate working) {
        assertThat(WorkingDays.COMPUTED.onOrAfter(day)).isEqualTo(working);
    }

    @Test
    void thereIsAWorkingDayWithinTwoWeeksOfEveryDayOfTheCalendar() {
        for (int year = 2000; year < 3000; year += 37) {
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .forEach(day ->
                            assertThat(WorkingDays.COMPUTED.onOrAfter(day)).isBefore(day.plusDays(14)));
        }
    }
}
