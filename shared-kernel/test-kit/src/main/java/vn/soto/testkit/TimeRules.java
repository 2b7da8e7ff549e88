package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;

interface TimeRules extends LedgerUnderTest {

    @Test
    default void recordsWholeMicroseconds() {
        clock().set(Instant.parse("2026-07-01T08:00:00.123456789Z"));
        assertThat(append(one("a", "x", 0)).at()).isEqualTo(Instant.parse("2026-07-01T08:00:00.123456Z"));
    }

    @Test
    default void neverGoesBackInTime() {
        Instant first = append(one("a", "x", 0)).at();
        clock().advance(Duration.ofSeconds(-5));
        assertThat(append(one("b", "x", 1)).at()).isEqualTo(first);
    }

    @Test
    default void refusesToRecordWithAClockMoreThanFiveSecondsBehind() {
        append(one("a", "x", 0));
        clock().advance(Duration.ofMillis(-5001));
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> append(one("b", "x", 1)))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive());
        clock().advance(Duration.ofMillis(1));
        assertThat(append(one("b", "x", 1)).number()).isEqualTo(2);
    }

    @Test
    default void findsTheLastCommitRecordedByAnInstant() {
        Instant start = clock().instant();
        for (int i = 0; i < 6; i++) {
            append(one("a" + i, "x", i));
            clock().advance(Duration.ofSeconds(i % 2)); // pairs share their instant
        }
        assertThat(reader().numberAsOf(start.minusNanos(1000))).isZero();
        assertThat(reader().numberAsOf(start)).isEqualTo(2);
        assertThat(reader().numberAsOf(start.plusMillis(1500))).isEqualTo(4);
        assertThat(reader().numberAsOf(start.plusSeconds(3))).isEqualTo(6);
        assertThat(reader().numberAsOf(Instant.MAX)).isEqualTo(6);
        assertThat(reader().numberAsOf(Instant.MIN)).isZero();
    }

    @Test
    default void findsTheFirstEventAtOrAfterATimestamp() {
        Instant t = Drafts.EVENT_TIME;
        append(draft("a")
                .event(null, t, new byte[1])
                .event(null, t.plusSeconds(9), new byte[1])
                .build());
        append(draft("b").event(null, t.plusSeconds(3), new byte[1]).build());
        append(draft("c").event(null, t.plusSeconds(12), new byte[1]).build());

        assertThat(reader().firstPositionSince(Instant.MIN)).isZero();
        assertThat(reader().firstPositionSince(t)).isZero();
        assertThat(reader().firstPositionSince(t.plusSeconds(3))).isEqualTo(1);
        assertThat(reader().firstPositionSince(t.plusSeconds(10))).isEqualTo(3);
        assertThat(reader().firstPositionSince(t.plusSeconds(13))).isEqualTo(4);
        assertThat(reader().firstPositionSince(Instant.MAX)).isEqualTo(4);
    }
}
