package vn.soto.domain.policy;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import vn.soto.contracts.shared.DomainEvent;

/** The account and time of recorded events, from the headers of their commits. */
public interface Recordings {

    /** Of those events of an aggregate, in their order; empty if it has none. */
    List<Recording> of(String aggregate, Predicate<DomainEvent> events);

    /**
     * @param account   actor of the commit
     * @param byProduct whether the product recorded it by itself, on its own machine
     */
    record Recording(DomainEvent event, String account, Instant at, boolean byProduct) {}
}
