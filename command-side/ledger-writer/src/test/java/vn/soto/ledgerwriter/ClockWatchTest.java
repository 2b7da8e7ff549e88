package vn.soto.ledgerwriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.testkit.SettableClock;

final class ClockWatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final SettableClock day = new SettableClock(Instant.parse("2026-07-01T08:00:00Z"));
    private long monotonic = 7_000;
    private long asleep = 12_345;
    private boolean countsSleep = true;
    private final ClockWatch watch = new ClockWatch(
            day,
            () -> monotonic,
            () -> countsSleep ? OptionalLong.of(monotonic + asleep) : OptionalLong.empty(),
            LIMIT);
    private final Clock clock = watch.clock();

    private void passes(Duration time) {
        day.advance(time);
        monotonic += time.toNanos();
    }

    private void sleeps(Duration time) {
        day.advance(time);
        asleep += time.toNanos();
    }

    private void assertAhead(String... words) {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(clock::instant)
                .satisfies(told -> {
                    assertThat(told.fault()).contains(WriteFault.CLOCK_AHEAD);
                    for (String word : words) {
                        assertThat(told).hasMessageContaining(word);
                    }
                });
    }

    @Test
    void tellsTheTimeWhileItPasses() {
        for (int i = 0; i < 5; i++) {
            passes(Duration.ofHours(30));
            assertThat(clock.instant()).isEqualTo(day.instant());
        }
        day.advance(Duration.ofMinutes(9));
        assertThat(clock.instant()).as("a small correction").isEqualTo(day.instant());
    }

    @Test
    void aJumpAheadIsToldWithBothTimesUntilTheClockIsBack() {
        passes(Duration.ofHours(1));
        day.advance(Duration.ofHours(2));
        assertAhead("2026-07-01T11:00:00Z", "2026-07-01T09:00:00Z");
        assertAhead("2026-07-01T11:00:00Z", "2026-07-01T09:00:00Z");
        day.advance(Duration.ofHours(-2));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-07-01T09:00:00Z"));
    }

    @Test
    void aJumpThatWasRightIsAccepted() {
        day.advance(Duration.ofHours(2));
        assertAhead();
        watch.accept();
        passes(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @Test
    void timeAsleepIsNoJump() {
        sleeps(Duration.ofHours(9));
        assertThat(clock.instant()).isEqualTo(day.instant());
        passes(Duration.ofMinutes(1));
        day.advance(Duration.ofHours(9));
        assertAhead();
        sleeps(Duration.ofHours(3));
        assertAhead();
        day.advance(Duration.ofHours(-9));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    @Test
    void timeAsleepThatWasTakenOverExcusesNoJump() {
        for (int i = 0; i < 3; i++) {
            sleeps(Duration.ofMinutes(9));
            assertThat(clock.instant()).isEqualTo(day.instant());
        }
        day.advance(Duration.ofMinutes(30));
        assertAhead();
        sleeps(Duration.ofHours(1));
        watch.accept();
        day.advance(Duration.ofMinutes(11));
        assertAhead();
    }

    @Test
    void whereSleepIsNotCountedASuspendIsAJump() {
        countsSleep = false;
        sleeps(Duration.ofHours(9));
        assertAhead();
    }

    @Test
    void aClockThatWasBehindMayComeBack() {
        passes(Duration.ofHours(1));
        day.advance(Duration.ofHours(-5));
        assertThat(clock.instant())
                .as("the ledger says whether that is too early")
                .isEqualTo(day.instant());
        day.advance(Duration.ofHours(5));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    /** A machine that started hours ahead and was set right: the way back there is a jump. */
    @Test
    void aClockThatWasSetBackAndStayedThereMayNotComeBack() {
        day.advance(Duration.ofHours(-5));
        for (int minutes = 0; minutes <= 11; minutes++) {
            assertThat(clock.instant()).isEqualTo(day.instant());
            passes(Duration.ofMinutes(1));
        }
        day.advance(Duration.ofHours(5));
        assertAhead();
        day.advance(Duration.ofHours(-5));
        assertThat(clock.instant()).isEqualTo(day.instant());
    }

    /** The last commit shows that the time that the clock was set to was wrong. */
    @Test
    void aClockThatStayedBeforeTheLastCommitMayComeBack() {
        Instant last = day.instant();
        passes(Duration.ofMinutes(1));
        day.advance(Duration.ofHours(-1));
        for (int minutes = 0; minutes <= 30; minutes++) {
            assertThat(ClockWatch.instantAfter(last, clock)).isEqualTo(day.instant());
            assertThat(clock.instant()).as("to others than the ledger").isEqualTo(day.instant());
            passes(Duration.ofMinutes(1));
        }
        day.advance(Duration.ofHours(1));
        assertThat(ClockWatch.instantAfter(last, clock)).isEqualTo(day.instant());
        day.advance(Duration.ofMinutes(11));
        assertAhead();
    }

    @Test
    void theMachinesOwnClocksAgree() {
        assertThat(ClockWatch.of(Clock.systemUTC(), Clock.systemUTC(), LIMIT)
                        .clock()
                        .instant())
                .isNotNull();
    }
}
