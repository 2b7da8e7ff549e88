package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuarterTest {

    @Test
    void isReadAsItIsWritten() {
        assertThat(Quarter.parse("2026-Q3")).isEqualTo(new Quarter(2026, 3)).hasToString("2026-Q3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q0", "2026-Q5", "1999-Q1", "2026Q1", "2026-q1", " 2026-Q1", "2026-Q1 ", ""})
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quarter.parse(text));
    }

    @Test
    void refusesOtherNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(2026, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(2026, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(1999, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(3000, 1));
    }

    @Test
    void isFollowedByTheNextOne() {
        assertThat(new Quarter(2026, 3).next()).isEqualTo(new Quarter(2026, 4));
        assertThat(new Quarter(2026, 4).next()).isEqualTo(new Quarter(2027, 1));
        assertThat(new Quarter(2026, 4)).isLessThan(new Quarter(2027, 1)).isGreaterThan(new Quarter(2026, 3));
    }
}
