package vn.soto.projection.progress;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** The state of the query processes beside the documents, as seen by this process. */
public interface ProjectionCluster {

    ClaimSettings claims();

    TokenStore tokens();

    ProjectionProgress progress();

    ProcessRegistry processes();

    SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source);

    DeadLetterCounts deadLetterCounts();

    /**
     * State that any number of processes share.
     *
     * @param segments  number of segments of each projection, in the same order in all processes
     * @param beginning token before the first commit
     */
    static ProjectionCluster of(
            MongoDatabase database, ClaimSettings claims, Map<String, Integer> segments, CommitToken beginning) {
        ProgressDatabase progress = ProgressDatabase.in(database);
        return new Shared(
                claims,
                progress,
                new TokensAfterDocuments(progress, claims, segments),
                new MongoProgress(progress, beginning),
                DeadLetterCounts.in(progress),
                new MongoProcessRegistry(progress, claims, List.copyOf(segments.keySet())));
    }

    /** State in the memory of the only process, which projects the ledger anew at each start. */
    static ProjectionCluster alone(ClaimSettings claims, CommitToken beginning) {
        MemoryTokens tokens = new MemoryTokens();
        Map<String, MemoryDeadLetterQueue> queues = new ConcurrentHashMap<>();
        return new Alone(
                claims,
                tokens,
                new MemoryProgress(tokens, claims.owner(), beginning),
                queues,
                DeadLetterCounts.in(queues),
                new ProcessRegistry.Alone(claims.owner()));
    }

    /** State in the database of the read models. */
    record Shared(
            ClaimSettings claims,
            ProgressDatabase database,
            TokensAfterDocuments tokens,
            ProjectionProgress progress,
            DeadLetterCounts deadLetterCounts,
            ProcessRegistry processes)
            implements ProjectionCluster {

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return new DeadLetterQueue(database, tokens, deadLetterCounts, source, projection);
        }
    }

    /** State in memory. */
    record Alone(
            ClaimSettings claims,
            TokenStore tokens,
            ProjectionProgress progress,
            Map<String, MemoryDeadLetterQueue> queues,
            DeadLetterCounts deadLetterCounts,
            ProcessRegistry processes)
            implements ProjectionCluster {

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return queues.computeIfAbsent(projection, name -> new MemoryDeadLetterQueue(deadLetterCounts, name));
        }
    }
}
