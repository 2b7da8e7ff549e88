package vn.soto.projection.log;

import java.util.List;
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

    /** The first of these entries, which are in order, up to a commit. */
    static <E extends Stamped> List<E> upTo(List<E> entries, long commit) {
        int end = entries.size();
        while (end > 0 && entries.get(end - 1).commit() > commit) {
            end--;
        }
        return entries.subList(0, end);
    }
}
