package vn.soto.ledgerwriter.axon;

import java.time.Instant;
import java.util.List;
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
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Micros;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.ExclusiveAppender;
import vn.soto.ledgerwriter.axon.LedgerEntry.OfAggregate;

/**
 * Axon's event storage over a ledger.
 *
 * <p>All events of a unit of work become one commit, durable when {@code appendEvents} returns. It holds only if no
 * aggregate that was read through this engine in that unit of work, and not written, has moved since. A lost race is
 * {@code AggregateStreamCreationException} for an aggregate's first event, else {@link ConcurrencyException}: nothing was
 * written. Every other {@link LedgerException} passes through as it is and names its own consequence.
 *
 * <p>A token is the position of the last event seen, -1 before the first.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    /** Of aggregates read lately, with their bodies: some tens of MB. */
    private static final int KEPT_EVENTS = 20_000;

    /** Of aggregates begun lately that nobody has asked for. */
    private static final int KEPT_UNREAD = 1_000;

    private final LedgerReader reader;
    private final CommitWriter commits;
    private final Predicate<String> tallies;
    private final AggregateEventCache beginnings;
    private final SnapshotStore snapshots;
    private final ReadAhead<LedgerEntry> stream = new ReadAhead<>(
            this::entries,
            this::decode,
            page -> Thread.ofVirtual().name("read-ahead").start(page));
    private final SerializedObject<byte[]> noMetaData;
    private final String key = getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(this));

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.reader = builder.reader;
        this.commits = builder.commits;
        this.tallies = builder.tallies;
        this.beginnings = new AggregateEventCache(reader, this::entryOfAggregate, tallies, KEPT_EVENTS, KEPT_UNREAD);
        if (builder.commits.appender() instanceof ExclusiveAppender writer) {
            beginnings.hear(writer);
        }
        this.snapshots = builder.snapshots;
        this.noMetaData = serialized(MetaData.emptyInstance());
    }

    /** @param ids gives each commit its id */
    public static Builder builder(
            LedgerReader reader, LedgerAppender appender, Serializer serializer, Supplier<UUID> ids) {
        return new Builder(reader, new CommitWriter(appender, ids), serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try {
            ReadSet decision = ReadSet.current(key);
            commits.write(RecordedEvents.of(events, serializer, ReadSet.notes(decision)), decision);
        } catch (LedgerException.Conflict e) {
            if (e.event() < 0) {
                throw new ConcurrencyException(e.getMessage(), e);
            }
            handlePersistenceException(e, events.get(e.event()));
        } catch (LedgerException.DuplicateEventId e) {
            handlePersistenceException(e, events.get(e.event()));
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregate, long sequence, int limit) {
        boolean lastOnly = sequence == 0 && tallies.test(aggregate);
        List<OfAggregate> events = lastOnly ? beginnings.last(aggregate) : beginnings.read(aggregate, sequence, limit);
        long last = events.isEmpty() ? sequence - 1 : events.getLast().getSequenceNumber();
        note(
                aggregate,
                events.isEmpty() ? sequence : events.getFirst().getSequenceNumber(),
                last,
                events.isEmpty() ? null : events.getLast().getEventIdentifier(),
                lastOnly || events.size() < limit);
        return events;
    }

    private void note(String aggregate, long from, long last, @Nullable String lastEvent, boolean complete) {
        ReadSet decision = ReadSet.current(key);
        if (decision != null) {
            decision.fetched(aggregate, from, last, lastEvent, complete);
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        OptionalLong head = beginnings.head(aggregate);
        note(aggregate, head.orElse(-1) + 1, head.orElse(-1), null, true);
        return head.isPresent() ? Optional.of(head.getAsLong()) : Optional.empty();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int limit) {
        return stream.page(position(token) + 1, limit);
    }

    private List<LedgerEntry> entries(long first, int limit) {
        return reader.events(first, limit).stream().map(this::entry).toList();
    }

    /** Each keeps what it was decoded to. */
    private void decode(LedgerEntry event) {
        getEventSerializer().<byte[], Object>deserialize(event.getPayload());
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

    /** Reads every stream from its first event and keeps no snapshots unless told otherwise. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final LedgerReader reader;
        private final CommitWriter commits;
        private Predicate<String> tallies = aggregate -> false;
        private SnapshotStore snapshots = SnapshotStore.none();

        private Builder(LedgerReader reader, CommitWriter commits, Serializer serializer) {
            this.commits = commits;
            this.reader = reader;
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            persistenceExceptionResolver(
                    e -> e instanceof LedgerException.Conflict || e instanceof LedgerException.DuplicateEventId);
        }

        /** Aggregates whose every event carries the whole state, so that the last one is all there is to read. */
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
