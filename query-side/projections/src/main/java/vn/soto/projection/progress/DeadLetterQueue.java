package vn.soto.projection.progress;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.Document;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;

/**
 * The dead letters of one projection. A dead letter is stored before the documents and the token of its batch, so none
 * is lost. When the batch is repeated, a stored dead letter is not stored twice, and earlier events are projected in
 * order.
 */
public final class DeadLetterQueue extends MongoSequencedDeadLetterQueue<EventMessage<?>> {

    private static final Known NOTHING = new Known(-1, Map.of());
    static final String GROUP = "processingGroup";
    private static final String SEQUENCE = "sequenceIdentifier";
    private static final String POSITION = "message.sequenceNumber";

    private final ProgressDatabase database;
    private final LongSupplier claims;
    private final DeadLetterCounts counts;
    private final String projection;
    private volatile Known known = NOTHING;

    /** @param claims number of claims of lanes by this process when the cache was read */
    private record Known(long claims, Map<String, Long> first) {}

    /** @param claims number of claims of lanes by this process so far */
    public DeadLetterQueue(
            ProgressDatabase database,
            LongSupplier claims,
            DeadLetterCounts counts,
            LedgerEventSource source,
            String projection) {
        super(MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(projection)
                .mongoTemplate(database)
                .serializer(new DeadLetterSerializer())
                .clearConverters()
                .addConverter(new DeadLetterConverter(source))
                // A full queue would stop its projection because of events that can wait.
                .maxSequences(Integer.MAX_VALUE)
                .maxSequenceSize(Integer.MAX_VALUE));
        this.database = database;
        this.projection = projection;
        this.claims = claims;
        this.counts = counts;
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        Long first = waiting().get(sequence.toString());
        if (first == null) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> behind = letter.get();
        if (EventContext.of(behind.message()).position() < first) {
            return false;
        }
        enqueue(sequence, behind);
        return true;
    }

    @Override
    public synchronized void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        long position = EventContext.of(letter.message()).position();
        boolean thereAlready = database.deadLetterCollection()
                        .find(Filters.and(
                                Filters.eq(GROUP, projection),
                                Filters.eq(SEQUENCE, sequence.toString()),
                                Filters.eq(POSITION, position)))
                        .batchSize(1)
                        .first()
                != null;
        if (!thereAlready) {
            super.enqueue(sequence.toString(), letter);
            counts.changed(projection, 1);
        }
        waiting().merge(sequence.toString(), position, Math::min);
    }

    @Override
    public synchronized void evict(DeadLetter<? extends EventMessage<?>> letter) {
        super.evict(letter);
        counts.changed(projection, -1);
        known = NOTHING;
    }

    @Override
    public synchronized void clear() {
        super.clear();
        counts.cleared(projection);
        known = NOTHING;
    }

    /**
     * Position of the first dead letter of each sequence. While this process has the claim, no other process changes it.
     */
    private Map<String, Long> waiting() {
        Known now = known;
        return now.claims == claims.getAsLong() ? now.first : readAgain();
    }

    private synchronized Map<String, Long> readAgain() {
        long now = claims.getAsLong();
        if (known.claims != now) {
            known = new Known(now, read());
        }
        return known.first;
    }

    private Map<String, Long> read() {
        Map<String, Long> first = new ConcurrentHashMap<>();
        database.deadLetterCollection()
                .aggregate(List.of(
                        Aggregates.match(Filters.eq(GROUP, projection)),
                        Aggregates.group("$" + SEQUENCE, Accumulators.min("first", "$" + POSITION))))
                .forEach((Document sequence) -> first.put(
                        sequence.getString("_id"),
                        sequence.get("first", Number.class).longValue()));
        return first;
    }
}
