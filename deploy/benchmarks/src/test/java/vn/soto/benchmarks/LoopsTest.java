package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LoopsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void closedLoopDoesItsOperationsAndTimesEach() throws Exception {
        AtomicLong done = new AtomicLong();

        Slice slice = new ClosedLoop("count", () -> 0, done::incrementAndGet).run(8, new Budget(1_000, LONG));

        assertThat(done).hasValue(1_000);
        assertThat(slice.operations()).isEqualTo(1_000);
        assertThat(slice.latencies().getTotalCount()).isEqualTo(1_000);
    }

    @Test
    void closedLoopFailsWhenAnOperationFails() {
        ClosedLoop loop = new ClosedLoop("broken", () -> 0, () -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(() -> loop.run(2, new Budget(10, LONG)))
                .hasMessage("broken failed")
                .hasRootCauseMessage("no");
    }

    @Test
    void openLoopSendsEachOperationAtATimeOfItsOwn() {
        Set<Long> intended = new ConcurrentSkipListSet<>();

        long sent = OpenLoop.run(100_000, Duration.ofMillis(10), intended::add);

        assertThat(sent).isEqualTo(1_000);
        assertThat(intended).hasSize(1_000);
    }

    @Test
    void openLoopFailsWhenAnOperationFails() {
        assertThatThrownBy(() -> OpenLoop.run(1_000, Duration.ofMillis(10), intended -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
    }

    @Test
    void trialFindsTheFastestSetting() throws Exception {
        assertThat(SettingSearch.best(List.of(2, 8, 32), 64, setting -> setting == 8 ? 2 : 1))
                .isEqualTo(8);
    }

    @Test
    void trialLeavesOutMoreConnectionsThanCallers() throws Exception {
        assertThat(SettingSearch.best(List.of(2, 8, 32), 1, setting -> setting)).isEqualTo(2);
    }
}
