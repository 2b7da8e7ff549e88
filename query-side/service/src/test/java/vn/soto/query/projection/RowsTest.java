package vn.soto.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowsTest {

    private record Said(long position, long commit, String what) implements Rows.Row {}

    private static final List<Said> ROWS = List.of(said(2, "a"), said(5, "b"), said(9, "c"));

    private static Said said(long position, String what) {
        return new Said(position, position, what);
    }

    @Test
    void keepsTheirOrderWhereverARowComesIn() {
        assertThat(Rows.with(List.of(), said(1, "x"))).containsExactly(said(1, "x"));
        assertThat(Rows.with(ROWS, said(1, "x")))
                .containsExactly(said(1, "x"), said(2, "a"), said(5, "b"), said(9, "c"));
        assertThat(Rows.with(ROWS, said(6, "x")))
                .containsExactly(said(2, "a"), said(5, "b"), said(6, "x"), said(9, "c"));
        assertThat(Rows.with(ROWS, said(10, "x")))
                .containsExactly(said(2, "a"), said(5, "b"), said(9, "c"), said(10, "x"));
    }

    @Test
    void takesARowOnceHoweverOftenItComes() {
        assertThat(Rows.with(ROWS, said(2, "x"))).containsExactly(said(2, "x"), said(5, "b"), said(9, "c"));
        assertThat(Rows.with(ROWS, said(5, "x"))).containsExactly(said(2, "a"), said(5, "x"), said(9, "c"));
        assertThat(Rows.with(ROWS, said(9, "x"))).containsExactly(said(2, "a"), said(5, "b"), said(9, "x"));
    }
}
