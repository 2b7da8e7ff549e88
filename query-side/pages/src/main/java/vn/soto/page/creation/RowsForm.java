package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.page.form.Typed;

/**
 * The rows of a page as they are shown.
 *
 * @param fates    result of the last check, by the number of the row
 * @param recorded receipt of the rows just recorded; absent if there are none
 */
public record RowsForm(
        RowKind kind,
        Typed typed,
        Map<Integer, Fate> fates,
        @Nullable Recorded recorded) {

    static final String ROW = "row";
    private static final int FIRST_ROWS = 10;

    /** The result of a check of a row. */
    public enum State {
        READY,
        KNOWN,
        LIKE,
        WRONG
    }

    /**
     * @param texts  how to mend it; empty if it can be recorded
     * @param column whose value {@code fix} would be; empty if nothing is proposed
     * @param about  id of the record that it is like; empty if there is none
     */
    public record Fate(State state, List<String> texts, String column, String fix, String about) {}

    /**
     * @param rows number of rows that became records
     * @param plan by which they were recorded and can be taken back together
     * @param done whether all are recorded; otherwise they are on their way
     */
    public record Recorded(int rows, String plan, boolean done) {}

    public List<Integer> rows() {
        int last = typed.rows(ROW).stream().max(Integer::compare).orElse(-1);
        return IntStream.range(0, Math.min(Math.max(FIRST_ROWS, last + 1), RowKind.MOST_ROWS))
                .boxed()
                .toList();
    }

    public String of(int row, String column) {
        return typed.text(ROW + "." + row + "." + column);
    }

    public @Nullable Fate fate(int row) {
        return fates.get(row);
    }

    /** Number of rows that can be recorded, by the last check. */
    public long ready() {
        return fates.values().stream()
                .filter(fate -> fate.state() == State.READY)
                .count();
    }

    public long waiting() {
        return fates.values().stream()
                .filter(fate -> fate.state() == State.WRONG || fate.state() == State.LIKE)
                .count();
    }
}
