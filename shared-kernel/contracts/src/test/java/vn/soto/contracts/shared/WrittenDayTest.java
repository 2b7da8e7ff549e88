package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

    @ParameterizedTest
    @CsvSource({
        "5/3, 2026-03-05",
        "05/03/26, 2026-03-05",
        "5-3, 2026-03-05",
        "5.3.26, 2026-03-05",
        "5/3/2026, 2026-03-05",
        "2026-03-05, 2026-03-05",
        "6/3, 2025-03-06",
        "31/12, 2025-12-31",
        "29/2/24, 2024-02-29"
    })
    void readsDaysThatHaveBeen(String text, LocalDate day) {
        assertThat(WrittenDay.past(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"5/3, 2026-03-05", "4/3, 2027-03-04", "12-3, 2026-03-12", "1/1/27, 2027-01-01"})
    void readsDaysToCome(String text, LocalDate day) {
        assertThat(WrittenDay.coming(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"6/3, 2026-03-06", "4/3, 2026-03-04", "31/12, 2025-12-31", "1/1/27, 2027-01-01"})
    void readsTheNearestDay(String text, LocalDate day) {
        assertThat(WrittenDay.nearest(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "32/1", "29/2", "5/3/2026/1", "hôm qua", "13/13", "46086", "5/3/026"})
    void readsNothingElse(String text) {
        assertThat(WrittenDay.past(text, TODAY)).isEmpty();
        assertThat(WrittenDay.full(text)).isEmpty();
    }

    @Test
    void asksForTheYearWhereAFullDayIsWanted() {
        assertThat(WrittenDay.full("5/3")).isEmpty();
        assertThat(WrittenDay.full("5/3/2026")).contains(TODAY);
    }
}
