package vn.soto.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Rows stamped with the event that made them, in its order: never changed, only added to, each once. */
public final class VersionedRows {

    private VersionedRows() {}

    public interface Row {

        /** Of the event that said so, and {@code commit} that holds it. */
        long position();

        long commit();
    }

    public static <R extends Row> List<R> with(List<R> rows, R row) {
        return with(rows, row, Row::position);
    }

    /** The rows in their order with one more, in the place of that of the same order. Most come last, which copies nothing. */
    public static <R> List<R> with(List<R> rows, R row, ToLongFunction<R> order) {
        long own = order.applyAsLong(row);
        int after = rows.size();
        while (after > 0 && order.applyAsLong(rows.get(after - 1)) > own) {
            after--;
        }
        boolean there = after > 0 && order.applyAsLong(rows.get(after - 1)) == own;
        if (!there && after == rows.size()) {
            return (rows instanceof AppendOnlyList<R> grown ? grown : AppendOnlyList.of(rows)).and(row);
        }
        List<R> more = new ArrayList<>(rows);
        if (there) {
            more.set(after - 1, row);
        } else {
            more.add(after, row);
        }
        return AppendOnlyList.of(more);
    }

    public static <R extends Row> List<R> asOf(List<R> rows, long commit) {
        return rows.stream().filter(row -> row.commit() <= commit).toList();
    }

    public static <R extends Row> Optional<R> last(List<R> rows, long commit) {
        return rows.stream().filter(row -> row.commit() <= commit).reduce((a, b) -> b);
    }
}
