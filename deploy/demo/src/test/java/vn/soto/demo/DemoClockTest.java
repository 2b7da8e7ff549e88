package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.VietnamTime;

final class DemoClockTest {

    private final DemoClock clock = new DemoClock();

    @Test
    void neverGoesBack() {
        Instant later = clock.instant().plusSeconds(60);
        clock.advanceTo(later);
        clock.advanceTo(later.minusSeconds(30));
        assertThat(clock.instant()).isEqualTo(later);
    }

    @Test
    void isOneTimeInEveryZone() {
        Clock here = clock.withZone(VietnamTime.ZONE);
        clock.advanceTo(clock.instant().plusSeconds(60));
        assertThat(here.instant()).isEqualTo(clock.instant());
        assertThat(here.getZone()).isEqualTo(VietnamTime.ZONE);
    }
}
