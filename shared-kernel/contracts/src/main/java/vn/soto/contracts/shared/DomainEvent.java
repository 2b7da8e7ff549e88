package vn.soto.contracts.shared;

import java.util.Set;

/** Something that happened; a record with {@link StoredAs}, holding opaque ids, codes, counts and dates only. */
public interface DomainEvent {

    /** What the event is about beyond its own aggregate, such as {@code team:<id>}; stored with it, under the hash. */
    Set<String> tags();
}
