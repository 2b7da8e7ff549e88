package vn.soto.edge.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.edge.watchdog.SilenceCounter.TICKS;

import org.junit.jupiter.api.Test;

/** The ticks that are counted, under a clock that the test sets. */
final class SilenceCounterTest {

    private static final long INTERVAL = 2_000_000_000L;

    private long now = Long.MAX_VALUE - 5 * INTERVAL; // System.nanoTime may overflow

    private final SilenceCounter counter = new SilenceCounter(INTERVAL, () -> now);

    private boolean tickAfter(long nanos, long signs) {
        now += nanos;
        return counter.tick(signs);
    }

    private boolean anyOf(int ticks, long nanos) {
        boolean any = false;
        for (int i = 0; i < ticks; i++) {
            any |= tickAfter(nanos, 0);
        }
        return any;
    }

    @Test
    void endsAfterTheSilenceAndNotATickEarlier() {
        assertThat(anyOf(TICKS - 1, INTERVAL)).isFalse();
        assertThat(tickAfter(INTERVAL, 0)).isTrue();
    }

    @Test
    void beginsAnewAtEachSignOfLife() {
        for (int sign = 1; sign <= 10; sign++) {
            for (int i = 0; i < TICKS - 1; i++) {
                assertThat(tickAfter(INTERVAL, sign - 1L)).isFalse();
            }
            assertThat(tickAfter(INTERVAL, sign)).isFalse();
        }
    }

    /** SIGSTOP and SIGCONT, a suspended machine whose clock goes on, a long collection: hours pass within one tick. */
    @Test
    void countsNoPauseOfTheWholeProcess() {
        assertThat(anyOf(TICKS - 1, INTERVAL)).isFalse();
        assertThat(anyOf(1_000, 3_600 * INTERVAL)).isFalse();
        assertThat(tickAfter(INTERVAL, 0)).as("the next tick in time").isTrue();
    }

    /** A machine without time for the watchdog has none for requests. */
    @Test
    void countsNoTickThatComesLate() {
        assertThat(anyOf(100 * TICKS, 2 * INTERVAL + 1)).isFalse();
    }

    @Test
    void countsATickThatIsDelayedALittle() {
        assertThat(anyOf(TICKS, 2 * INTERVAL)).isTrue();
    }
}
