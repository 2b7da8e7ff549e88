package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Processes share what there is: all of it, evenly. */
final class LaneShareTest {

    private static List<Integer> shares(List<String> processes, int lanes) {
        return processes.stream()
                .map(process -> LaneShare.of(process, processes, lanes))
                .toList();
    }

    @Test
    void oneProcessHoldsAll() {
        assertThat(shares(List.of("a"), 4)).containsExactly(4);
    }

    @Test
    void twoHoldHalf() {
        assertThat(shares(List.of("a", "b"), 4)).containsExactly(2, 2);
    }

    @Test
    void theFirstHoldTheRest() {
        assertThat(shares(List.of("a", "b", "c"), 4)).containsExactly(2, 1, 1);
        assertThat(shares(List.of("a", "b"), 1)).containsExactly(1, 0);
    }

    @Test
    void exactlyAllIsShared() {
        for (int count = 1; count <= 9; count++) {
            List<String> processes =
                    IntStream.range(0, count).mapToObj(Integer::toString).toList();
            for (int lanes : List.of(1, 2, 4, 8)) {
                List<Integer> shares = shares(processes, lanes);
                assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(lanes);
                assertThat(shares)
                        .allMatch(share ->
                                share >= lanes / processes.size() && share <= Math.ceilDiv(lanes, processes.size()));
            }
        }
    }

    /** It was paused so long that the others do not see it: at its next beat it learns what is its. */
    @Test
    void whoIsNotAmongThemHoldsWhatItHas() {
        assertThat(LaneShare.of("z", List.of("a", "b"), 4)).isEqualTo(4);
    }
}
