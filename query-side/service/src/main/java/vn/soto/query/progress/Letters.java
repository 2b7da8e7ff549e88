package vn.soto.query.progress;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import vn.soto.query.source.LedgerEventSource;
import vn.soto.query.source.Position;

/**
 * Events one projection set aside. A letter is written before the documents and the token of its batch, so that nothing
 * set aside is ever forgotten; when the batch is taken again, an event set aside already is not so twice, and one before
 * it is folded in its turn.
 */
public final class Letters extends MongoSequencedDeadLetterQueue<EventMessage<?>> {

    private static final String GROUP = "processingGroup";
    private static final String SEQUENCE = "sequenceIdentifier";
    private static final String POSITION = "message.sequenceNumber";
    private static final int AT_ONCE = 1000;

    private final ProgressDatabase database;
    private final String projection;

    public Letters(ProgressDatabase database, LedgerEventSource source, String projection) {
        super(MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(projection)
                .mongoTemplate(database)
                .serializer(new TokenSerializer())
                .clearConverters()
                .addConverter(new References(source))
                // A queue that is full would stop its projection over events that can wait.
                .maxSequences(Integer.MAX_VALUE)
                .maxSequenceSize(Integer.MAX_VALUE));
        this.database = database;
        this.projection = projection;
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        Long first = waiting().get(sequence.toString());
        if (first == null) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> behind = letter.get();
        if (Position.of(behind.message()).position() < first) {
            return false;
        }
        enqueue(sequence, behind);
        return true;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        long position = Position.of(letter.message()).position();
        boolean known = database.deadLetterCollection()
                        .find(Filters.and(
                                Filters.eq(GROUP, projection),
                                Filters.eq(SEQUENCE, sequence.toString()),
                                Filters.eq(POSITION, position)))
                        .batchSize(1)
                        .first()
                != null;
        if (!known) {
            super.enqueue(sequence.toString(), letter);
        }
        waiting().merge(sequence.toString(), position, Math::min);
    }

    /** Position of the first event of each sequence here; read once for a batch, since only its segment adds to it. */
    private Map<String, Long> waiting() {
        return CurrentUnitOfWork.map(UnitOfWork::root)
                .map(work -> work.<Map<String, Long>>getOrComputeResource(getClass() + projection, key -> read()))
                .orElseGet(this::read);
    }

    private Map<String, Long> read() {
        Map<String, Long> first = new HashMap<>();
        database.deadLetterCollection()
                .aggregate(List.of(
                        Aggregates.match(Filters.eq(GROUP, projection)),
                        Aggregates.group("$" + SEQUENCE, Accumulators.min("first", "$" + POSITION))))
                .batchSize(AT_ONCE)
                .forEach((Document sequence) -> first.put(
                        sequence.getString("_id"),
                        sequence.get("first", Number.class).longValue()));
        return first;
    }
}
