package vn.soto.contracts.shared;

import java.util.Set;

/** An event of an aggregate: a record with {@link StoredAs} that holds opaque ids, codes, counts and dates only. */
public interface DomainEvent {

    /**
     * Entities the event concerns besides its own aggregate, such as {@code team:<id>}; stored with the event and
     * covered by its hash.
     */
    Set<String> tags();
}
