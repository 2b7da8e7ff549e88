package vn.soto.projection;

import java.util.List;
import java.util.Optional;

/**
 * A document that keeps a version of its subject after each event, oldest first.
 *
 * @param <V> the subject after one event
 * @param <M> the document
 */
public interface VersionedModel<V extends Stamped, M extends VersionedModel<V, M>> extends ReadModel {

    List<V> versions();

    /** Adds a version, or replaces the version of the same event. */
    M with(V version);

    /** The version known at a commit. */
    default Optional<V> asOf(long commit) {
        return VersionedRows.last(versions(), commit);
    }

    /** The version just before the event at {@code position}. */
    default Optional<V> before(long position) {
        return VersionedRows.before(versions(), position);
    }
}
