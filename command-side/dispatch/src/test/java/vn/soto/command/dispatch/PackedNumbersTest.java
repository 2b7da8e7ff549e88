package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackedNumbersTest {

    @Test
    void holdsWhatWasAdded() {
        Random random = new Random(1);
        for (int bits = 1; bits < 40; bits++) {
            List<Long> all = new ArrayList<>();
            PackedNumbers numbers = new PackedNumbers();
            long next = random.nextInt(3);
            for (int i = 0; i < 800; i++) {
                numbers.add(next);
                numbers.add(next);
                all.add(next);
                next += 1 + random.nextLong(1L << bits);
            }
            assertThat(numbers.last()).isEqualTo(all.getLast());
            assertThat(numbers.after(-1))
                    .isEqualTo(all)
                    .isEqualTo(PackedNumbers.of(all).after(-1));
            for (int from : List.of(0, 254, 255, 256, 511, 700)) {
                assertThat(numbers.after(all.get(from))).isEqualTo(all.subList(from + 1, 800));
            }
            assertThat(numbers.after(all.getLast())).isEmpty();
        }
    }

    @Test
    void holdsTheGreatestNumber() {
        assertThat(PackedNumbers.of(List.of(0L, Long.MAX_VALUE)).after(-1)).containsExactly(0L, Long.MAX_VALUE);
        assertThat(new PackedNumbers().after(-1)).isEmpty();
    }

    @Test
    void refusesASmallerNumber() {
        PackedNumbers numbers = PackedNumbers.of(List.of(7L));
        assertThatThrownBy(() -> numbers.add(6)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two bytes suffice for a number while about a thousand commits of others lie between. */
    @Test
    void takesTwoBytesForANumber() {
        PackedNumbers numbers = new PackedNumbers();
        for (long number = 0; number < 10_000; number++) {
            numbers.add(number * 1_000);
        }
        assertThat(numbers.bytes()).isBetween(20_000, 26_000);
    }
}
