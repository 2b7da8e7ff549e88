package vn.soto.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Immutable, append-only lists of rows in the order of the events that made them, each row once. */
public final class VersionedRows {

    private VersionedRows() {}

    public static <R extends Stamped> List<R> with(List<R> rows, R row) {
        return with(rows, row, Stamped::order);
    }

    /**
     * The rows with one more, in order; it replaces a row of the same order. At the end it shares its array with {@code rows}.
     */
    public static <R> List<R> with(List<R> rows, R row, ToLongFunction<R> order) {
        long own = order.applyAsLong(row);
        int after = rows.size();
        while (after > 0 && order.applyAsLong(rows.get(after - 1)) > own) {
            after--;
        }
        boolean there = after > 0 && order.applyAsLong(rows.get(after - 1)) == own;
        if (after == rows.size() && !there) {
            return plus(rows, row);
        }
        List<R> others = new ArrayList<>(rows);
        if (there) {
            others.set(after - 1, row);
        } else {
            others.add(after, row);
        }
        return Collections.unmodifiableList(others);
    }

    /** The elements and one more; shares its array with {@code list}. */
    public static <T> List<T> plus(List<T> list, T next) {
        return GrowingList.plus(list, next);
    }

    /** The rows of the event at a position and of earlier ones. */
    public static <R extends Stamped> List<R> upTo(List<R> rows, long position) {
        return rows.stream().filter(row -> row.position() <= position).toList();
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
        for (int i = rows.size() - 1; i >= 0; i--) {
            R row = rows.get(i);
            if (row.position() < position) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
