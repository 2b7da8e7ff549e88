package vn.soto.projection;

import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list.
 *
 * @param id       of the list, and for a further page {@code #} and its number
 * @param last     number of the last page; absent on a further page, and while the list has one
 * @param greatest order of the rows in all pages but the last; absent as {@code last}
 */
public record RowPage<R>(
        @BsonId String id,
        List<R> rows,
        @Nullable Integer last,
        @Nullable Long greatest) implements ReadModel {

    /** A document that an earlier version of the product left has other components: it is filled again. */
    public RowPage {
        rows = Objects.requireNonNullElse(rows, List.of());
    }

    static <R> RowPage<R> empty(String id) {
        return new RowPage<>(id, List.of(), null, null);
    }

    RowPage<R> with(List<R> changed) {
        return new RowPage<>(id, changed, last, greatest);
    }

    RowPage<R> upTo(int page, long greatestBefore) {
        return new RowPage<>(id, rows, page, greatestBefore);
    }

    long greatestBefore() {
        return greatest == null ? Long.MIN_VALUE : greatest;
    }

    int lastPage() {
        return last == null ? 0 : last;
    }
}
