package vn.soto.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.SampleCommune;

final class DaysTest extends SampleCommune {

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2026-08-20", "2999-12-31"})
    void takeDaysThatLieInAQuarter(LocalDate day) {
        assertThatNoException().isThrownBy(() -> Days.check(day));
        assertThatNoException().isThrownBy(() -> Days.checkLegal(day));
        assertThatNoException().isThrownBy(() -> Days.check(at(day, "00:00")));
        assertThatNoException().isThrownBy(() -> Days.check(at(day, "23:59")));
        assertThatNoException().isThrownBy(() -> QuarterCalendar.CALENDAR.of(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "1024-03-02", "1999-12-31", "3000-01-01", "+999999999-12-31"})
    void refuseOtherDays(LocalDate day) {
        assertRefused(Days.FIRST, () -> Days.check(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T16:59:59.999999Z", "2999-12-31T17:00:00Z"})
    void refuseInstantsOfOtherDaysInVietnam(Instant time) {
        assertRefused(Days.FIRST, () -> Days.check(time));
    }

    @Test
    void refuseInstantsThatHaveNoDay() {
        assertRefused(Days.FIRST, () -> Days.check(Instant.MIN));
        assertRefused(Days.FIRST, () -> Days.check(Instant.MAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1945-01-01", "1999-12-31", "2999-12-31"})
    void takeOlderDaysOfUnitsAndDocuments(LocalDate day) {
        assertThatNoException().isThrownBy(() -> Days.checkLegal(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "1944-12-31", "3000-01-01", "+999999999-12-31"})
    void refuseOtherDaysOfUnitsAndDocuments(LocalDate day) {
        assertRefused(Days.FIRST_LEGAL, () -> Days.checkLegal(day));
    }

    private static void assertRefused(LocalDate first, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
            assertThat(refused.rule()).isEqualTo(DATE_IS_WITHIN_THE_CALENDAR);
            assertThat(refused.arguments()).containsExactly(first, Days.LAST);
        });
    }
}
