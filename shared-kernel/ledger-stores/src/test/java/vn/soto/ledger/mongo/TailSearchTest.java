package vn.soto.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TailSearchTest {

    private final AtomicInteger questions = new AtomicInteger();

    /** As if all numbers up to {@code last} existed. */
    private Function<List<Long>, Long> upTo(long last) {
        return asked -> {
            questions.incrementAndGet();
            return asked.stream()
                    .mapToLong(Long::longValue)
                    .filter(n -> n <= last)
                    .max()
                    .orElse(-1);
        };
    }

    static LongStream ends() {
        return LongStream.rangeClosed(-1, 300);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void findsTheLast(long last) {
        assertThat(TailSearch.last(upTo(last))).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 33_333, 1_000_000, 123_456_789, 9_999_999_999L})
    void findsAFarOneWithFewQuestions(long last) {
        assertThat(TailSearch.last(upTo(last))).isEqualTo(last);
        assertThat(questions).hasValueLessThan(10);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void findsTheLastBetweenTwo(long last) {
        if (last >= 0) {
            assertThat(TailSearch.last(0, 301, upTo(last))).isEqualTo(last);
            assertThat(TailSearch.last(last, last + 1, upTo(last))).isEqualTo(last);
        }
    }
}
