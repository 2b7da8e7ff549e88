package vn.soto.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Rows stamped with the event that made them, in its order: never changed, only added to, each once. */
public final class VersionedRows {

    private VersionedRows() {}

    public static <R extends Stamped> List<R> with(List<R> rows, R row) {
        return with(rows, row, Stamped::order);
    }

    /** The rows in their order with one more, in the place of that of the same order; shares what it has with {@code rows}. */
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
        return rows.reversed().stream().filter(row -> row.commit() <= commit).findFirst();
    }

    /** The last row that an earlier event made. */
    public static <R extends Stamped> Optional<R> before(List<R> rows, long position) {
        return rows.reversed().stream().filter(row -> row.position() < position).findFirst();
    }
}
