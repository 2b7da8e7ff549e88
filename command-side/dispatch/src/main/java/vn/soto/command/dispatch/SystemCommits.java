package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** Commits of the product itself, each with the name of the task as its origin. */
final class SystemCommits {

    final LedgerReader reader;
    private final LedgerAppender appender;
    private final EventCodec codec;
    private final Supplier<UUID> ids;
    private final Clock clock;

    SystemCommits(LedgerReader reader, LedgerAppender appender, EventCodec codec, Supplier<UUID> ids, Clock clock) {
        this.reader = reader;
        this.appender = appender;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    EventCodec codec() {
        return codec;
    }

    Instant now() {
        return clock.instant();
    }

    UUID id() {
        return ids.get();
    }

    record Placed(ProductEvent event, StreamPosition place) {}

    /** The event at the end of its account's stream, as far as that is known now. */
    Placed next(AccessEvent event) {
        return next(event, 0);
    }

    /** @param ahead number of events of the account that precede it in the same commit */
    Placed next(AccessEvent event, int ahead) {
        String account = AccessEvent.idOf(event.account());
        return new Placed(
                event,
                new StreamPosition("account", account, reader.head(account).orElse(-1) + 1 + ahead));
    }

    /** @throws vn.soto.ledger.LedgerException the ledger did not take the commit; its type says what became of it */
    void append(String task, List<Placed> placed) {
        Instant now = clock.instant();
        UUID id = ids.get();
        List<RecordedEvent> events = new ArrayList<>();
        for (Placed each : placed) {
            events.add(new RecordedEvent(
                    ids.get().toString(),
                    now,
                    codec.typeOf(each.event.getClass()),
                    each.place,
                    new TreeMap<>(),
                    List.copyOf(each.event.tags()),
                    codec.encode(each.event)));
        }
        appender.append(new Draft(
                id,
                new Origin.SystemTask(task),
                Origin.SystemTask.ACTOR,
                null,
                null,
                id.toString(),
                id.toString(),
                events,
                List.of()));
    }
}
