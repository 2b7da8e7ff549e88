package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** A ledger in memory whose commits have one event each, about teams. */
abstract class AppendedEvents {

    static final EventCodec CODEC = EventCodec.product();

    final MemoryLedger ledger =
            new MemoryLedger("test/teams", Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
    private int commits;

    final void append(DomainEvent event, EventType type) {
        UUID id = new UUID(0, ++commits);
        ledger.append(new Draft(
                id,
                new Origin.SystemTask("test"),
                "test",
                null,
                null,
                "test",
                "test",
                List.of(new RecordedEvent(
                        id.toString(),
                        Instant.EPOCH,
                        type,
                        null,
                        new TreeMap<>(),
                        List.copyOf(event.tags()),
                        CODEC.encode(event))),
                List.of()));
    }

    final void append(DomainEvent event) {
        append(event, CODEC.typeOf(event.getClass()));
    }
}
