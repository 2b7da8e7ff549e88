package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.Seeds;

final class RunningMaximumTest {

    @Test
    void isTheHighestOfAllThatWasKnownBefore() {
        Seeds.each(200, seed -> {
            Random random = new Random(seed);
            Map<Long, Long> all = new HashMap<>();
            RunningMaximum maximum = new RunningMaximum();
            for (int i = 0; i < 30; i++) {
                long stamp = random.nextLong(40);
                long value = random.nextLong(20);
                all.merge(stamp, value, Math::max);
                maximum.add(stamp, value);
            }
            for (long stamp = 0; stamp <= 40; stamp++) {
                long before = stamp;
                long expected = all.entrySet().stream()
                        .filter(known -> known.getKey() < before)
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElse(Long.MIN_VALUE);
                assertThat(maximum.before(stamp)).isEqualTo(expected);
            }
        });
    }
}
