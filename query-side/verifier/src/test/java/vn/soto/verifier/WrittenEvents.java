package vn.soto.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/** Events that a test writes to a ledger, each in a commit of its own. */
final class WrittenEvents {

    private final EventCodec codec = EventCodec.product();
    private final List<DomainEvent> written = new ArrayList<>();

    /** Returns the commit as the end of the ledger. */
    Tail write(SqliteLedger ledger, DomainEvent event) {
        UUID id = new UUID(7, written.size());
        written.add(event);
        ledger.appender()
                .append(new Draft(
                        id,
                        new Origin.Command(id, "test", Hash.sha256()),
                        "tester",
                        null,
                        null,
                        id.toString(),
                        id.toString(),
                        List.of(new RecordedEvent(
                                "e-" + written.size(),
                                Instant.parse("2026-07-01T08:00:00Z"),
                                codec.typeOf(event.getClass()),
                                new StreamPosition("test", "a-" + written.size(), 0),
                                new TreeMap<>(),
                                List.copyOf(event.tags()),
                                codec.encode(event))),
                        List.of()));
        return ledger.reader().tail();
    }

    /** At their positions. */
    List<DomainEvent> all() {
        return List.copyOf(written);
    }
}
