package vn.soto.projection;

import java.util.List;
import java.util.Optional;

/**
 * A document that keeps its subject as it stood after each event, oldest first.
 *
 * @param <V> the subject after one event
 * @param <M> the document
 */
public interface VersionedModel<V extends Stamped, M extends VersionedModel<V, M>> extends ReadModel {

    List<V> versions();

    /** With one more version, or with this one in the place of that of the same event. */
    M with(V version);

    /** As known at a commit. */
    default Optional<V> asOf(long commit) {
        return VersionedRows.last(versions(), commit);
    }

    /** As it stood when the event at {@code position} was recorded. */
    default Optional<V> before(long position) {
        return VersionedRows.before(versions(), position);
    }
}
