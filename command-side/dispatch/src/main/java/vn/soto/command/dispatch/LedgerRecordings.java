package vn.soto.command.dispatch;

import java.util.List;
import java.util.function.Predicate;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.policy.Recordings;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/** The recordings in a ledger; reads the stream of one record at each call. */
final class LedgerRecordings implements Recordings {

    private final LedgerReader ledger;
    private final EventCodec codec;

    LedgerRecordings(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    @Override
    public List<Recording> of(String aggregate, Predicate<DomainEvent> events) {
        return ledger.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                .filter(stored -> events.test(codec.decode(stored)))
                .flatMap(stored -> ledger.commit(stored.commit()).stream())
                .map(commit -> new Recording(commit.actor(), commit.at()))
                .toList();
    }
}
