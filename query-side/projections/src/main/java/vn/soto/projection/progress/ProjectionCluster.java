package vn.soto.projection.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    DeadLetterCounts deadLetterCounts();

    /** Stores the progress of a lane, after the documents of its batch. */
    default void projected(String tracker, int lane, CommitToken token) {
        tokens().storeToken(token, tracker, lane);
    }

    /** Whether other processes may project the same read models. */
    default boolean isShared() {
        return true;
    }

    /** State in the memory of the only process, which projects the ledger anew at each start. */
    static ProjectionCluster alone(ClaimSettings claims, CommitToken beginning) {
        TokenStore tokens = new InMemoryTokenStore();
        Map<String, MemoryDeadLetterQueue> queues = new ConcurrentHashMap<>();
        return new Alone(
                claims,
                tokens,
                new MemoryProgress(tokens, claims.owner(), beginning),
                queues,
                DeadLetterCounts.in(queues),
                new ProcessRegistry.Alone(claims.owner()));
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
        public boolean isShared() {
            return false;
        }

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return queues.computeIfAbsent(projection, name -> new MemoryDeadLetterQueue(deadLetterCounts, name));
        }
    }
}
