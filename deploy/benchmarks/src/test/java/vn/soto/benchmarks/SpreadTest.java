package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {

    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Spread.of(List.of(3.0, 1.0, 9.0), value -> value)).isEqualTo(new Spread(3, 1, 9, 3));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0), value -> value)).isEqualTo(new Spread(3, 1, 9, 4));
    }

    @Test
    void refusesWhatWasNotMeasured() {
        assertThatThrownBy(() -> Spread.of(List.<Double>of(), value -> value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesTheMedianWithItsRange() {
        assertThat(new Spread(12_300, 11_900, 12_800, 10).text(0)).isEqualTo("12,300 (11,900..12,800)");
        assertThat(new Spread(1.234, 1, 2, 10).text(2)).isEqualTo("1.23 (1.00..2.00)");
    }
}
