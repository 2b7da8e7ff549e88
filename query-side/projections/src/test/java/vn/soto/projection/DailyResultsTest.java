package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DailyResultsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    private final AtomicInteger made = new AtomicInteger();
    private final DailyResults<List<String>, String> results = new DailyResults<>((value, day) -> {
        made.incrementAndGet();
        return value + " on " + day;
    });

    @Test
    void areMadeAgainForAnotherObjectOrDay() {
        List<String> value = List.of("a", "b");

        assertThat(results.on(DAY).of("team", value)).isEqualTo("[a, b] on 2026-09-30");
        assertThat(results.on(DAY).of("team", value)).isEqualTo("[a, b] on 2026-09-30");
        assertThat(made).hasValue(1);
        assertThat(results.on(DAY).of("team", List.of("c"))).isEqualTo("[c] on 2026-09-30");
        assertThat(results.on(DAY.plusDays(1)).of("team", value)).isEqualTo("[a, b] on 2026-10-01");
        assertThat(results.on(DAY).of("other", value)).isEqualTo("[a, b] on 2026-09-30");
        assertThat(made).hasValue(4);
    }

    @Test
    void areKeptOfTheDaysAskedForLast() {
        List<String> value = List.of("a");
        for (int day = 0; day < 100; day++) {
            results.on(DAY.plusDays(day)).of("team", value);
        }

        results.on(DAY.plusDays(99)).of("team", value);
        assertThat(made).hasValue(100);
        results.on(DAY).of("team", value);
        assertThat(made).hasValue(101);
    }
}
