package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threads")
final class VersionedRowsTest {

    private record Said(long position, long commit, String what) implements Stamped {}

    private static final List<Said> ROWS = List.of(said(2, "a"), said(5, "b"), said(9, "c"));

    private static Said said(long position, String what) {
        return new Said(position, position, what);
    }

    @Test
    void keepsTheirOrderWhereverARowComesIn() {
        assertThat(VersionedRows.with(List.of(), said(1, "x"))).containsExactly(said(1, "x"));
        assertThat(VersionedRows.with(ROWS, said(1, "x")))
                .containsExactly(said(1, "x"), said(2, "a"), said(5, "b"), said(9, "c"));
        assertThat(VersionedRows.with(ROWS, said(6, "x")))
                .containsExactly(said(2, "a"), said(5, "b"), said(6, "x"), said(9, "c"));
        assertThat(VersionedRows.with(ROWS, said(10, "x")))
                .containsExactly(said(2, "a"), said(5, "b"), said(9, "c"), said(10, "x"));
    }

    @Test
    void takesARowOnceHoweverOftenItComes() {
        assertThat(VersionedRows.with(ROWS, said(2, "x"))).containsExactly(said(2, "x"), said(5, "b"), said(9, "c"));
        assertThat(VersionedRows.with(ROWS, said(5, "x"))).containsExactly(said(2, "a"), said(5, "x"), said(9, "c"));
        assertThat(VersionedRows.with(ROWS, said(9, "x"))).containsExactly(said(2, "a"), said(5, "b"), said(9, "x"));
    }

    @Test
    void listsThatGrewFromOneAnotherKeepWhatTheyHad() {
        List<List<Said>> grown = new ArrayList<>();
        List<Said> last = List.of();
        for (int i = 0; i < 100; i++) {
            last = VersionedRows.with(last, said(i, "row " + i));
            grown.add(last);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(grown.get(i))
                    .hasSize(i + 1)
                    .extracting(Said::position)
                    .isEqualTo(LongStream.rangeClosed(0, i).boxed().toList());
        }
    }

    @Test
    void twoThatGrowFromTheSameListDoNotMeet() {
        List<Said> common = VersionedRows.with(VersionedRows.with(List.of(), said(1, "a")), said(2, "b"));

        List<Said> one = VersionedRows.with(common, said(3, "one"));
        List<Said> other = VersionedRows.with(common, said(4, "other"));

        assertThat(common).containsExactly(said(1, "a"), said(2, "b"));
        assertThat(one).containsExactly(said(1, "a"), said(2, "b"), said(3, "one"));
        assertThat(other).containsExactly(said(1, "a"), said(2, "b"), said(4, "other"));
        assertThat(VersionedRows.with(one, said(5, "x"))).last().isEqualTo(said(5, "x"));
        assertThatThrownBy(() -> one.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> one.add(said(9, "y"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void manyThatGrowFromTheSameListAtOnceDoNotMeet() throws Exception {
        List<Said> common = VersionedRows.with(VersionedRows.with(List.of(), said(1, "a")), said(2, "b"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Said>>> grown = IntStream.range(3, 203)
                    .mapToObj(i -> threads.submit(() -> VersionedRows.with(common, said(i, "of " + i))))
                    .toList();
            for (int i = 0; i < grown.size(); i++) {
                assertThat(grown.get(i).get())
                        .containsExactly(said(1, "a"), said(2, "b"), said(i + 3, "of " + (i + 3)));
            }
        }
    }
}
