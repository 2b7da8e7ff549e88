package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as people write them. */
final class TypedDaysTest {

    @ParameterizedTest
    @CsvSource({
        "5/3/2026, 2026-03-05",
        "05/03/26, 2026-03-05",
        "5-3-26, 2026-03-05",
        "5.3.2026, 2026-03-05",
        "2026-03-05, 2026-03-05",
        "28/11, 2026-11-28",
        "5/1, 2027-01-05",
        "1/7, 2026-07-01",
        "31/2/2026, 31/2/2026",
        "hôm qua, hôm qua",
        "13/13, 13/13"
    })
    void aDayIsReadAsItIsMeant(String written, String meant) {
        assertThat(new TypedDays(LocalDate.of(2026, 11, 29)).day(written)).isEqualTo(meant);
    }
}
