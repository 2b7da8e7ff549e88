package vn.soto.projection.progress;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.bson.Document;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/**
 * State that any number of processes share, in the database of the read models.
 *
 * @param claimed number of claims by this process
 */
public record SharedCluster(
        ClaimSettings claims,
        CommitToken beginning,
        ProgressDatabase database,
        AtomicLong claimed,
        DeadLetterCounts deadLetterCounts)
        implements ProjectionCluster {

    /** @param beginning token before the first commit */
    public static ProjectionCluster of(MongoDatabase database, ClaimSettings claims, CommitToken beginning) {
        ProgressDatabase progress = ProgressDatabase.in(database);
        return new SharedCluster(claims, beginning, progress, new AtomicLong(), lettersIn(progress));
    }

    @Override
    public LaneStore lanes(String tracker, int lanes) {
        return new MongoLanes(database, tracker, lanes, claims, System::nanoTime, beginning, claimed);
    }

    static DeadLetterCounts lettersIn(ProgressDatabase database) {
        return new DeadLetterCounts(() -> counted(database));
    }

    private static Map<String, Long> counted(ProgressDatabase database) {
        Map<String, Long> counted = new HashMap<>();
        database.deadLetterCollection()
                .aggregate(List.of(Aggregates.group("$" + DeadLetterQueue.GROUP, Accumulators.sum("letters", 1L))))
                .forEach((Document group) -> counted.put(
                        group.getString("_id"),
                        group.get("letters", Number.class).longValue()));
        return Map.copyOf(counted);
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
        return new DeadLetterQueue(database, claimed::get, deadLetterCounts, source, projection);
    }
}
