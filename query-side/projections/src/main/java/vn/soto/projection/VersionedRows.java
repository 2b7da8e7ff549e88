package vn.soto.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Immutable, append-only lists of rows in the order of the events that made them, each row once. */
public final class VersionedRows {

    private VersionedRows() {}

    public static <R extends Stamped> List<R> with(List<R> rows, R row) {
        return with(rows, row, Stamped::order);
    }

    /**
     * The rows with one more, in order; it replaces a row of the same order. Shares its structure with {@code rows}.
     */
    public static <R> List<R> with(List<R> rows, R row, ToLongFunction<R> order) {
        long own = order.applyAsLong(row);
        int after = rows.size();
        while (after > 0 && order.applyAsLong(rows.get(after - 1)) > own) {
            after--;
        }
        PVector<R> shared = rows instanceof PVector<R> persistent ? persistent : TreePVector.from(rows);
        boolean there = after > 0 && order.applyAsLong(rows.get(after - 1)) == own;
        return there ? shared.with(after - 1, row) : shared.plus(after, row);
    }

    public static <R extends Stamped> List<R> asOf(List<R> rows, long commit) {
        return rows.stream().filter(row -> row.commit() <= commit).toList();
    }

    public static <R extends Stamped> Optional<R> last(List<R> rows, long commit) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            R row = rows.get(i);
            if (row.commit() <= commit) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The last row of an earlier event. */
    public static <R extends Stamped> Optional<R> before(List<R> rows, long position) {
        return rows.reversed().stream().filter(row -> row.position() < position).findFirst();
    }
}
