package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DayHistory.Meant;

final class DayHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final DayHistory<String> history = new DayHistory<>();

    private void put(String... values) {
        for (String value : values) {
            history.put(DAY, value);
        }
    }

    private void move(String value, String before, LocalDate right) {
        assertThat(history.move(DAY, right, new Meant<>(value::equals, before::equals), each -> each))
                .isTrue();
    }

    private String listed() {
        return String.join(" ", history.list((from, value) -> value + (from.toEpochDay() - DAY.toEpochDay())));
    }

    @Test
    void ofSeveralOfADayTheOneThatIsMeantMoves() {
        put("nobody", "b");
        move("nobody", "a", DAY.minusDays(6));
        assertThat(listed()).isEqualTo("nobody-6 b0");
    }

    @Test
    void ofSeveralThatSayTheSameItIsTheOneBehindWhatWasBefore() {
        history.put(DAY.minusDays(9), "a");
        put("nobody", "b", "nobody");
        move("nobody", "a", DAY.minusDays(6));
        assertThat(listed()).isEqualTo("a-9 nobody-6 b0 nobody0");
    }

    @Test
    void ofSeveralThatSayTheSameBehindTheSameItIsTheOneThatPassesNoOther() {
        history.put(DAY.minusDays(9), "a");
        put("nobody", "a", "nobody");
        move("nobody", "a", DAY.minusDays(6));
        assertThat(listed()).isEqualTo("a-9 nobody-6 a0 nobody0");
        move("nobody", "a", DAY.plusDays(6));
        assertThat(listed()).isEqualTo("a-9 nobody-6 a0 nobody6");
    }

    @Test
    void withoutThatItIsTheLastOfThem() {
        put("nobody", "b", "nobody");
        move("nobody", "somebody unknown", DAY.plusDays(6));
        assertThat(listed()).isEqualTo("nobody0 b0 nobody6");
    }

    @Test
    void whatKeepsItsDayKeepsItsPlace() {
        put("a", "b");
        move("a", "nobody", DAY);
        assertThat(listed()).isEqualTo("a0 b0");
    }

    @Test
    void whatTheLastOfADayTookThePlaceOfHoldsNoMoreWhenItMoves() {
        history.put(DAY.minusDays(9), "a");
        put("mistyped", "a", "b");
        history.moveLast(DAY, DAY.minusDays(6));
        assertThat(listed()).isEqualTo("a-9 b-6");
        history.moveLast(DAY.minusDays(6), DAY.plusDays(6));
        assertThat(listed()).isEqualTo("a-9 b6");
    }

    @Test
    void whatAHistoryBeginsWithStays() {
        put("founding", "b");
        history.moveLast(DAY, DAY.plusDays(6));
        assertThat(listed()).isEqualTo("founding0 b6");
    }

    @Test
    void nothingMovesWhereNothingIsMeant() {
        put("a");
        assertThat(history.move(DAY, DAY.plusDays(1), Meant.by("b"::equals), each -> each))
                .isFalse();
        assertThat(listed()).isEqualTo("a0");
    }
}
