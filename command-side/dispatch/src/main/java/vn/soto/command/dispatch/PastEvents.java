package vn.soto.command.dispatch;

import java.util.List;
import java.util.function.Function;
import vn.soto.axon.PastEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The events of aggregates up to a commit.
 *
 * @param streams all events of an aggregate so far
 */
record PastEvents(Function<String, List<PastEvent>> streams) {

    static PastEvents in(LedgerReader ledger, EventCodec codec) {
        return new PastEvents(aggregate -> ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .map(stored -> new PastEvent(stored.commit(), codec.decode(stored)))
                .toList());
    }

    /** An aggregate's stream up to a commit. */
    List<PastEvent> of(String aggregate, long upTo) {
        return streams.apply(aggregate).stream()
                .takeWhile(past -> past.commit() <= upTo)
                .toList();
    }

    /** The events of a class in it. */
    <E extends DomainEvent> List<E> of(String aggregate, long upTo, Class<E> type) {
        return of(aggregate, upTo).stream()
                .map(PastEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
