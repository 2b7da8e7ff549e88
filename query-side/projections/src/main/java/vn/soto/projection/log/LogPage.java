package vn.soto.projection.log;

import java.util.List;
import java.util.function.BiFunction;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;

/**
 * A full page of a log, immutable.
 *
 * @param id     {@code <log>/<number>}, from 0
 * @param before state before {@code entries}
 */
public record LogPage<E extends Stamped, S>(@BsonId String id, S before, List<E> entries) implements ReadModel {

    S asOf(long commit, BiFunction<S, E, S> fold) {
        return after(before, entries, commit, fold);
    }

    static <E extends Stamped, S> S after(S before, List<E> entries, long commit, BiFunction<S, E, S> fold) {
        S state = before;
        for (E entry : entries) {
            if (entry.commit() > commit) {
                break;
            }
            state = fold.apply(state, entry);
        }
        return state;
    }
}
