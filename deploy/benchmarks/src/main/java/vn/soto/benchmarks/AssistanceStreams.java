package vn.soto.benchmarks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.shared.DomainEvent;

/** Streams of records of help, written and read through an engine alone, without aggregates. */
final class AssistanceStreams {

    static final int EVENTS = 20;

    private static final String TYPE = "assistance";

    private final EventStorageEngine engine;
    private final BenchmarkWorkload village;
    private final Clock clock;

    /** Idle streams, least recently written first. */
    private final BlockingQueue<AssistanceRecorded> idle;

    private AssistanceStreams(
            EventStorageEngine engine, BenchmarkWorkload village, Clock clock, BlockingQueue<AssistanceRecorded> idle) {
        this.engine = engine;
        this.village = village;
        this.clock = clock;
        this.idle = idle;
    }

    AssistanceStreams(EventStorageEngine engine, BenchmarkWorkload village, Clock clock) {
        this(engine, village, clock, new LinkedBlockingQueue<>());
    }

    /** The same streams through another engine over the same store. */
    AssistanceStreams through(EventStorageEngine other) {
        return new AssistanceStreams(other, village, clock, idle);
    }

    /** Creates a stream with one event. */
    void create() {
        AssistanceRecorded event = village.recorded(village.assistance());
        engine.appendEvents(message(event.assistance(), 0, event));
    }

    /** Creates streams of {@value #EVENTS} events, each in one append. */
    void prepare(int streams, int callers) throws Exception {
        List<AssistanceRecorded> made = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            made.add(village.recorded(village.assistance()));
        }
        AtomicInteger next = new AtomicInteger();
        new ClosedLoop("prepare", CpuMeter.thisProcess(), () -> write(made.get(next.getAndIncrement())))
                .run(callers, new Budget(streams, java.time.Duration.ofHours(1)));
        idle.addAll(made);
    }

    private void write(AssistanceRecorded first) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        events.add(message(first.assistance(), 0, first));
        for (int sequence = 1; sequence < EVENTS; sequence++) {
            events.add(message(first.assistance(), sequence, village.corrected(first)));
        }
        engine.appendEvents(events);
    }

    /** Borrows an idle stream for one operation. */
    void lend(Consumer<AssistanceRecorded> work) throws InterruptedException {
        AssistanceRecorded stream = idle.take();
        try {
            work.accept(stream);
        } finally {
            idle.add(stream);
        }
    }

    /** Reads a stream, decodes its events and adds one. */
    void append() throws InterruptedException {
        lend(this::append);
    }

    private void append(AssistanceRecorded first) {
        DomainEventStream stream = engine.readEvents(first.assistance().value());
        long last = -1;
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (!(event.getPayload() instanceof DomainEvent)) {
                throw new IllegalStateException("not decoded: " + event);
            }
            last = event.getSequenceNumber();
        }
        engine.appendEvents(message(first.assistance(), last + 1, village.corrected(first)));
    }

    private DomainEventMessage<?> message(AssistanceId id, long sequence, DomainEvent event) {
        return new GenericDomainEventMessage<>(
                TYPE,
                id.value(),
                sequence,
                event,
                MetaData.emptyInstance(),
                IdentifierFactory.getInstance().generateIdentifier(),
                clock.instant());
    }
}
