package vn.soto.query.projection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows stamped with the event that made them, in its order: never changed, only added to, each once. */
public final class Rows {

    private Rows() {}

    public interface Row {

        /** Of the event that said so, and {@code commit} that holds it. */
        long position();

        long commit();
    }

    public static <R extends Row> List<R> with(List<R> rows, R row) {
        return Stream.concat(rows.stream().filter(other -> other.position() != row.position()), Stream.of(row))
                .sorted(Comparator.comparingLong(Row::position))
                .toList();
    }

    public static <R extends Row> List<R> asOf(List<R> rows, long commit) {
        return rows.stream().filter(row -> row.commit() <= commit).toList();
    }

    public static <R extends Row> Optional<R> last(List<R> rows, long commit) {
        return rows.stream().filter(row -> row.commit() <= commit).reduce((a, b) -> b);
    }
}
