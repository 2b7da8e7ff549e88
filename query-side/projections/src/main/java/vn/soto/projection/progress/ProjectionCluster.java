package vn.soto.projection.progress;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
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
                new MongoProcessRegistry(progress, claims, List.copyOf(segments.keySet())));
    }

    /** State in the memory of the only process, which projects the ledger anew at each start. */
    static ProjectionCluster alone(ClaimSettings claims, CommitToken beginning) {
        InMemoryTokenStore tokens = new InMemoryTokenStore();
        return new Alone(
                claims,
                tokens,
                new MemoryProgress(tokens, claims.owner(), beginning),
                new ProcessRegistry.Alone(claims.owner()));
    }

    /** State in the database of the read models. */
    record Shared(
            ClaimSettings claims,
            ProgressDatabase database,
            TokensAfterDocuments tokens,
            ProjectionProgress progress,
            ProcessRegistry processes)
            implements ProjectionCluster {

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return new DeadLetterQueue(database, tokens, source, projection);
        }
    }

    /** State in memory. */
    record Alone(ClaimSettings claims, TokenStore tokens, ProjectionProgress progress, ProcessRegistry processes)
            implements ProjectionCluster {

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return new MemoryDeadLetterQueue();
        }
    }
}
