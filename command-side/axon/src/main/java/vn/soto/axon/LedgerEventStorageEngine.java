package vn.soto.axon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.LedgerEntry.OfAggregate;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.ObservableAppender;

/**
 * Axon's event storage over a ledger.
 *
 * <p>All events of a unit of work become one commit, durable when {@code appendEvents} returns. It is the commit of the
 * command under way, or of the system outside any. The commit is refused if an aggregate that was read through this
 * engine in that unit of work, and not written, has changed since. A conflict is
 * {@code AggregateStreamCreationException} for an aggregate's first event, else {@link ConcurrencyException}: nothing
 * was written. Every other {@link LedgerException} is thrown as it is and names its own consequence.
 *
 * <p>A token is the position of the last event seen, -1 before the first.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    private static final Origin SYSTEM_TASK = new Origin.SystemTask("axon");
    private static final String SYSTEM = "system";

    /** Events cached of aggregates that were read, with their bodies: some tens of MB. */
    private static final int CACHED_READ = 40_000;

    /** Events cached of aggregates that were created and not read yet. */
    private static final int CACHED_UNREAD = 1_000;

    private final LedgerReader reader;
    private final LedgerAppender appender;
    private final Supplier<UUID> ids;
    private final Predicate<String> tallies;
    private final AggregateEventCache streams;
    private final SnapshotStore snapshots;
    private final ReadAhead<LedgerEntry> stream = new ReadAhead<>(
            this::entries,
            this::decode,
            page -> Thread.ofPlatform().name("read-ahead").daemon().start(page));
    private final SerializedObject<byte[]> noMetaData;
    private final String key = getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(this));

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.reader = builder.reader;
        this.appender = builder.appender;
        this.ids = builder.ids;
        this.tallies = builder.tallies;
        this.streams = new AggregateEventCache(reader, this::entryOfAggregate, tallies, CACHED_READ, CACHED_UNREAD);
        if (appender instanceof ObservableAppender observable && observable.isExclusive()) {
            streams.attach(observable);
        }
        this.snapshots = builder.snapshots;
        this.noMetaData = serialized(MetaData.emptyInstance());
    }

    /** @param ids gives each commit its id */
    public static Builder builder(
            LedgerReader reader, LedgerAppender appender, Serializer serializer, Supplier<UUID> ids) {
        return new Builder(reader, appender, ids, serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try {
            ReadSet read = ReadSet.current(key);
            if (read == null) {
                appender.append(systemDraft(RecordedEvents.of(events, serializer, Map.of()), List.of()));
            } else {
                append(events, serializer, read);
            }
        } catch (LedgerException.Conflict e) {
            if (e.event() < 0) {
                throw new ConcurrencyException(e.getMessage(), e);
            }
            handlePersistenceException(e, events.get(e.event()));
        } catch (LedgerException.DuplicateEventId e) {
            handlePersistenceException(e, events.get(e.event()));
        }
    }

    private void append(List<? extends EventMessage<?>> messages, Serializer serializer, ReadSet read) {
        read.append();
        Execution execution = read.execution();
        List<RecordedEvent> events = RecordedEvents.of(
                messages,
                serializer,
                execution == null ? Map.of() : execution.context().notes());
        List<Guard> guards = read.guards(RecordedEvents.firstSequences(events));
        WholeLedger.guard().ifPresent(guards::add);
        if (execution == null) {
            appender.append(systemDraft(events, guards));
        } else {
            Optional<String> corrects = corrected(messages);
            Commit commit = appender.append(
                    execution.context().draft(ids.get(), corrects.isPresent() ? corrects.get() : null, events, guards));
            execution.committed(commit, RecordedEvents.payloads(messages));
        }
    }

    /** Id of the event that the first correcting event of a commit corrects, see {@link Correcting}. */
    private Optional<String> corrected(List<? extends EventMessage<?>> messages) {
        return messages.stream()
                .filter(message -> message.getPayload() instanceof Correcting)
                .flatMap(message -> message instanceof DomainEventMessage<?> event ? Stream.of(event) : Stream.empty())
                .flatMap(event -> corrected(event, (Correcting) event.getPayload()).stream())
                .findFirst();
    }

    /** Looks among the events that were stored before: the stream as the command has read it. */
    private Optional<String> corrected(DomainEventMessage<?> message, Correcting correcting) {
        return streams
                .read(message.getAggregateIdentifier(), 0, (int)
                        Math.min(Integer.MAX_VALUE, message.getSequenceNumber()))
                .reversed()
                .stream()
                .filter(earlier -> decode(earlier) instanceof DomainEvent event && correcting.corrects(event))
                .map(DomainEventData::getEventIdentifier)
                .findFirst();
    }

    private Draft systemDraft(List<RecordedEvent> events, List<Guard> guards) {
        UUID id = ids.get();
        String itself = id.toString();
        return new Draft(id, SYSTEM_TASK, SYSTEM, null, null, itself, itself, events, guards);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregate, long sequence, int limit) {
        boolean lastOnly = sequence == 0 && tallies.test(aggregate);
        List<OfAggregate> events = lastOnly ? streams.last(aggregate) : streams.read(aggregate, sequence, limit);
        events.forEach(this::decode);
        long last = events.isEmpty() ? sequence - 1 : events.getLast().getSequenceNumber();
        noteRead(
                aggregate,
                events.isEmpty() ? sequence : events.getFirst().getSequenceNumber(),
                last,
                lastOnly || events.size() < limit);
        return events;
    }

    /** All events of an aggregate so far, in order; from the streams that commands have read, without guarding what is read. */
    List<PastEvent> past(String aggregate) {
        List<OfAggregate> events = tallies.test(aggregate)
                ? reader.aggregate(aggregate, 0, Integer.MAX_VALUE).stream()
                        .map(this::entryOfAggregate)
                        .toList()
                : streams.read(aggregate, 0, Integer.MAX_VALUE);
        return events.stream()
                .map(event -> event.past((DomainEvent) decode(event)))
                .toList();
    }

    private void noteRead(String aggregate, long from, long last, boolean complete) {
        ReadSet read = ReadSet.current(key);
        if (read != null) {
            read.fetched(aggregate, from, last, complete);
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        OptionalLong head = streams.head(aggregate);
        noteRead(aggregate, head.orElse(-1) + 1, head.orElse(-1), true);
        return head.isPresent() ? Optional.of(head.getAsLong()) : Optional.empty();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int limit) {
        return stream.page(position(token) + 1, limit);
    }

    private List<LedgerEntry> entries(long first, int limit) {
        return reader.events(first, limit).stream().map(this::entry).toList();
    }

    /** The payload keeps its decoded event, see {@link StoredPayload}; a failure names the event's place in the ledger. */
    private Object decode(LedgerEntry event) {
        return getEventSerializer().<byte[], Object>deserialize(event.getPayload());
    }

    private OfAggregate entryOfAggregate(StoredEvent stored) {
        return (OfAggregate) entry(stored);
    }

    private LedgerEntry entry(StoredEvent stored) {
        SortedMap<String, String> metadata = stored.event().metadata();
        return LedgerEntry.of(stored, metadata.isEmpty() ? noMetaData : serialized(MetaData.from(metadata)));
    }

    private SerializedObject<byte[]> serialized(MetaData metaData) {
        return getEventSerializer().serialize(metaData, byte[].class);
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> -1;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a token of this engine: " + token);
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.tail().next() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.firstPositionSince(Micros.truncate(dateTime)) - 1);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> body = snapshot.serializePayload(serializer, byte[].class);
        snapshots.keep(new GenericDomainEventEntry<>(
                snapshot.getType(),
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getIdentifier(),
                snapshot.getTimestamp(),
                body.getType().getName(),
                body.getType().getRevision(),
                body.getData(),
                snapshot.serializeMetaData(serializer, byte[].class).getData()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return snapshots.latest(aggregate).stream();
    }

    /** By default every stream is read from its first event and no snapshot is stored. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final LedgerReader reader;
        private final LedgerAppender appender;
        private final Supplier<UUID> ids;
        private Predicate<String> tallies = aggregate -> false;
        private SnapshotStore snapshots = SnapshotStore.none();

        private Builder(LedgerReader reader, LedgerAppender appender, Supplier<UUID> ids, Serializer serializer) {
            this.reader = reader;
            this.appender = appender;
            this.ids = ids;
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            persistenceExceptionResolver(
                    e -> e instanceof LedgerException.Conflict || e instanceof LedgerException.DuplicateEventId);
        }

        /** Aggregates whose every event carries the whole state: only the last event is loaded. */
        public Builder tallies(Predicate<String> isTally) {
            this.tallies = isTally;
            return this;
        }

        public Builder snapshots(SnapshotStore store) {
            this.snapshots = store;
            return this;
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
