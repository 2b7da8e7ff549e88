package vn.soto.contracts.stipend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StipendPeriodTest {

    @Test
    void isAMonthOrTheThreeMonthsOfAQuarter() {
        StipendPeriod month = StipendPeriod.parse("2026-09");
        StipendPeriod quarter = StipendPeriod.parse("2026-Q3");

        assertThat(month.months()).containsExactly(YearMonth.of(2026, 9));
        assertThat(quarter.months())
                .containsExactly(YearMonth.of(2026, 7), YearMonth.of(2026, 8), YearMonth.of(2026, 9));
        assertThat(quarter.firstDay()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(quarter.lastDay()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(quarter.includes(LocalDate.of(2026, 9, 30))).isTrue();
        assertThat(quarter.includes(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(month).hasToString("2026-09");
        assertThat(quarter).hasToString("2026-Q3");
    }

    @Test
    void sharesMonthsWithOthers() {
        assertThat(StipendPeriod.parse("2026-12").overlapping()).containsExactly(StipendPeriod.parse("2026-Q4"));
        assertThat(StipendPeriod.parse("2026-Q1").overlapping())
                .containsExactly(
                        StipendPeriod.parse("2026-01"), StipendPeriod.parse("2026-02"), StipendPeriod.parse("2026-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "2026-13", "2026-Q5", "1999-12", "3000-01", "2026-09-01", "Q3-2026", "+2026-09"})
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StipendPeriod.parse(text));
    }

    @Test
    void refusesOtherMonths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StipendPeriod(YearMonth.of(2026, 8), YearMonth.of(2026, 10)));
    }
}
