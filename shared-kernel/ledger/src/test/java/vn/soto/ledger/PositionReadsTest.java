package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PositionReadsTest {

    private static final long LENGTH = 2_000;

    private final List<String> asked = new ArrayList<>();

    @Test
    void areReadTogetherAndOthersApart() {
        assertThat(read(500, 3, 4, 20, 37, 900)).containsExactly(3L, 4L, 20L, 37L, 900L);
        assertThat(asked).containsExactly("3+18", "37+1", "900+1");
    }

    @Test
    void areReadInPagesOfLimitedLength() {
        long[] all = LongStream.range(0, 1_200).toArray();

        assertThat(read(500, all)).hasSize(1_200).isSorted();
        assertThat(asked).containsExactly("0+500", "500+500", "1000+200");
    }

    @Test
    void areReadOnWhereALedgerCutsAPageShort() {
        assertThat(read(2, 7, 8, 9, 10, 11)).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(asked).containsExactly("7+5", "9+3", "11+1");
    }

    @Test
    void mayBeNone() {
        assertThat(read(500)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void failBeyondTheEnd() {
        assertThatIllegalStateException().isThrownBy(() -> read(500, LENGTH - 1, LENGTH));
    }

    private List<Long> read(int pageLength, long... places) {
        return PositionReads.read(
                LongStream.of(places).boxed().toList(),
                (first, limit) -> {
                    asked.add(first + "+" + limit);
                    return LongStream.range(first, Math.min(LENGTH, first + Math.min(limit, pageLength)))
                            .boxed()
                            .toList();
                },
                Long::longValue);
    }
}
