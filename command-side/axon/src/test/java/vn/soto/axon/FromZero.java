package vn.soto.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * Nine of the published tests begin streams at sequence 1, 2 or more, which a ledger refuses: its sequences are dense
 * from 0. They look at event ids, tokens and exceptions only; for them, and nowhere else, such a stream is moved to 0.
 */
record FromZero(LedgerReader reader, LedgerAppender appender) implements LedgerAppender {

    @Override
    public Commit append(Draft draft) {
        Map<String, Long> first = new HashMap<>();
        List<RecordedEvent> events =
                draft.events().stream().map(event -> moved(event, first)).toList();
        return appender.append(new Draft(
                draft.id(),
                draft.origin(),
                draft.actor(),
                draft.reason(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                events,
                draft.guards()));
    }

    private RecordedEvent moved(RecordedEvent event, Map<String, Long> first) {
        return new RecordedEvent(
                event.id(),
                event.timestamp(),
                event.type(),
                moved(event.aggregate(), first),
                event.metadata(),
                event.tags(),
                event.payload());
    }

    private @Nullable StreamPosition moved(@Nullable StreamPosition slot, Map<String, Long> first) {
        if (slot == null || reader.head(slot.id()).isPresent()) {
            return slot;
        }
        long start = first.computeIfAbsent(slot.id(), id -> slot.sequence());
        return new StreamPosition(slot.type(), slot.id(), slot.sequence() - start);
    }
}
