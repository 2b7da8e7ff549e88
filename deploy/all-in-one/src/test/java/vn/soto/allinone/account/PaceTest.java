package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.SettableClock;

final class PaceTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final Pace pace = new Pace(3, Duration.ofMinutes(1), clock);

    private void burst() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.take("lan")).isEmpty();
        }
    }

    @Test
    void aBurstThenOneAnInterval() {
        burst();

        assertThat(pace.take("lan")).contains(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(59));
        assertThat(pace.take("lan")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(pace.take("lan")).isEmpty();
        assertThat(pace.take("lan")).contains(Duration.ofMinutes(1));
        assertThat(pace.take("hue")).as("counted by itself").isEmpty();
    }

    @Test
    void whoKeepsTryingWaitsNoLonger() {
        burst();
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.take("lan")).isPresent();
        }

        clock.advance(Duration.ofMinutes(1));
        assertThat(pace.take("lan")).isEmpty();
    }

    @Test
    void theWholeBurstComesBack() {
        burst();
        clock.advance(Duration.ofMinutes(3));

        burst();
        assertThat(pace.take("lan")).isPresent();
    }

    @Test
    void whatIsGivenBackMayBeTakenAgain() {
        burst();
        pace.giveBack("lan");

        assertThat(pace.take("lan")).isEmpty();
        assertThat(pace.take("lan")).isPresent();
        pace.forget("lan");
        burst();
    }

    @Test
    void givingBackMoreThanWasTakenGivesNoMoreThanTheBurst() {
        pace.giveBack("lan");
        pace.take("lan");
        pace.giveBack("lan");
        pace.giveBack("lan");

        burst();
        assertThat(pace.take("lan")).isPresent();
    }
}
