package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterleavedTest {

    private static final Budget BUDGET = Budget.of(Duration.ofSeconds(1));

    private final List<String> order = new ArrayList<>();

    @Test
    void takesTurnsThereAndBack() throws Exception {
        Interleaved.run(List.of(scripted("a", 1), scripted("b", 2), scripted("c", 3)), 2, 8, BUDGET);

        assertThat(order).containsExactly("a", "b", "c", "c", "b", "a", "a", "b", "c", "c", "b", "a");
    }

    @Test
    void comparesSlicesOfTheSameHalfRound() throws Exception {
        Interleaved taken = Interleaved.run(List.of(scripted("a", 100), scripted("b", 20, 50)), 1, 1, BUDGET);

        assertThat(taken.ratio("a", "b")).isEqualTo(new Spread(3.5, 2, 5, 2));
    }

    /** A contestant whose slices last one second and have the given numbers of operations, in turn. */
    private Contestant scripted(String name, long... operations) {
        return new Contestant() {
            private int turn;

            @Override
            public String name() {
                return name;
            }

            @Override
            public Slice run(int callers, Budget budget) {
                order.add(name);
                return new Slice(operations[turn++ % operations.length], 1_000_000_000, 0, Slice.histogram());
            }
        };
    }
}
