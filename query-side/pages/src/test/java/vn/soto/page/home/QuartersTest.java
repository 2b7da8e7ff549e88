package vn.soto.page.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuartersTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-30,CALENDAR,2026-Q3",
        "2026-10-01,CALENDAR,2026-Q4",
        "2026-09-14,ADMINISTRATIVE,2026-Q3",
        "2026-09-15,ADMINISTRATIVE,2026-Q4",
        "2026-12-31,ADMINISTRATIVE,2027-Q1"
    })
    void aDayIsInTheQuarterOfItsCalendar(String day, String calendar, String quarter) {
        assertThat(Quarters.of(day, calendar)).isEqualTo(quarter);
    }
}
