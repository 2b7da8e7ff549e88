package vn.soto.projection.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** The state of the query processes beside the documents, as seen by this process. */
public interface ProjectionCluster {

    ClaimSettings claims();

    /** The token before the first commit. */
    CommitToken beginning();

    /** The progress of a tracker with so many lanes. */
    LaneStore lanes(String tracker, int lanes);

    SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source);

    DeadLetterCounts deadLetterCounts();

    /** Whether other processes may project the same read models. */
    default boolean isShared() {
        return true;
    }

    /** Whether a start goes on with the read models of the one before. */
    default boolean outlastsProcess() {
        return true;
    }

    /** Whether a start before this has left the progress of a tracker. */
    default boolean hasProgress(String tracker) {
        return false;
    }

    /** Removes the progress of a tracker that does not run, where a start would go on with it. */
    default void forget(String tracker) {
        // no start goes on with it
    }

    /** Writes documents and the progress that goes with them, together where the store can. */
    default void together(Runnable writes) {
        writes.run();
    }

    /** State in the memory of the only process, which projects the ledger anew at each start. */
    static ProjectionCluster alone(ClaimSettings claims, CommitToken beginning) {
        return alone(claims, beginning, KeptProgress.NONE);
    }

    /** State of the only process; its dead letters are in memory, and come back where they were kept. */
    static ProjectionCluster alone(ClaimSettings claims, CommitToken beginning, KeptProgress kept) {
        Map<String, MemoryDeadLetterQueue> queues = new ConcurrentHashMap<>();
        DeadLetterCounts counts = DeadLetterCounts.in(queues);
        kept.watch(() ->
                queues.values().stream().flatMap(queue -> queue.kept().stream()).toList());
        return new Alone(claims, beginning, kept, queues, counts);
    }

    /** State in memory. */
    record Alone(
            ClaimSettings claims,
            CommitToken beginning,
            KeptProgress kept,
            Map<String, MemoryDeadLetterQueue> queues,
            DeadLetterCounts deadLetterCounts)
            implements ProjectionCluster {

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public boolean outlastsProcess() {
            return kept.isLasting();
        }

        @Override
        public boolean hasProgress(String tracker) {
            return kept.token(tracker, 0).isPresent();
        }

        @Override
        public void forget(String tracker) {
            kept.forget(tracker);
        }

        @Override
        public void together(Runnable writes) {
            kept.together(writes);
        }

        @Override
        public LaneStore lanes(String tracker, int lanes) {
            return new MemoryLanes(claims.owner(), tracker, lanes, beginning, kept);
        }

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String projection, LedgerEventSource source) {
            return queues.computeIfAbsent(projection, name -> {
                MemoryDeadLetterQueue queue = new MemoryDeadLetterQueue(deadLetterCounts, name);
                kept.letters(name).forEach(letter -> queue.enqueue(letter.sequence(), letter.read(source)));
                return queue;
            });
        }
    }
}
