package vn.soto.projection.progress;

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
