package vn.soto.command.dispatch;

import java.util.List;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/** The events of aggregates up to a commit. */
record PastEvents(LedgerReader ledger, EventCodec codec) {

    /** The events of a class in an aggregate's stream, up to a commit. */
    <E extends DomainEvent> List<E> of(String aggregate, long upTo, Class<E> type) {
        return ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .takeWhile(stored -> stored.commit() <= upTo)
                .map(codec::decode)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
