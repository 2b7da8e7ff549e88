package vn.soto.contracts.shared;

import java.util.Optional;

/** An event that can raise a flag. */
public interface Flagging extends DomainEvent {

    /** The flag; absent if this event raises none. */
    Optional<Flag> flag();
}
