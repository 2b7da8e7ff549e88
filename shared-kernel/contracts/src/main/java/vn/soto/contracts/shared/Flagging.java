package vn.soto.contracts.shared;

import java.util.Optional;

/** An event that may ask people to look at something. */
public interface Flagging extends DomainEvent {

    /** Absent if this one asks for nothing. */
    Optional<Flag> flag();
}
