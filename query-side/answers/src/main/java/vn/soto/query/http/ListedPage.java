package vn.soto.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.query.config.QuerySettings;

/**
 * A page of a list whose length is known. Its pages belong together as of one commit.
 *
 * @param total number of entries over all pages
 * @param next  {@code from} of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedPage<T>(
        List<T> items, int total, @Nullable Long next) {

    /** The entries of a list to show: {@code limit} from the {@code from}th on, counted from 0. */
    public record Bounds(long from, int limit) {

        /** Throws the problem of a malformed parameter. */
        public static Bounds of(Optional<Long> from, Optional<Long> limit, QuerySettings settings) {
            return new Bounds(Range.FROM.check(from).orElse(0L), Range.limit(limit, settings));
        }

        /** Everything at once, for files. */
        public static Bounds all() {
            return new Bounds(0, Integer.MAX_VALUE);
        }
    }

    /** Of a list in its order. */
    public static <T> ListedPage<T> of(List<T> all, Bounds asked) {
        int first = (int) Math.min(asked.from, all.size());
        int end = (int) Math.min((long) first + asked.limit, all.size());
        return new ListedPage<>(
                List.copyOf(all.subList(first, end)), all.size(), end < all.size() ? (Long) (long) end : null);
    }

    /** The same page of something else. */
    public <R> ListedPage<R> with(Function<List<T>, List<R>> made) {
        return new ListedPage<>(made.apply(items), total, next);
    }
}
