package vn.soto.command.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.policy.Recordings;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredEvent;

/** The recordings in a ledger; reads the stream of one record at each call. */
record LedgerRecordings(LedgerReader ledger, EventCodec codec) implements Recordings {

    @Override
    public List<Recording> of(String aggregate, Predicate<DomainEvent> events) {
        return ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .flatMap(stored -> of(stored, events).stream())
                .toList();
    }

    private Optional<Recording> of(StoredEvent stored, Predicate<DomainEvent> events) {
        DomainEvent event = codec.decode(stored);
        return events.test(event)
                ? ledger.commit(stored.commit())
                        .map(commit -> new Recording(
                                event, commit.actor(), commit.at(), commit.origin() instanceof Origin.SystemTask))
                : Optional.empty();
    }
}
