package vn.soto.projection.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import vn.soto.projection.source.EventContext;

/**
 * The dead letters of one projection in this process's memory. As in {@link DeadLetterQueue}, a repeated batch stores no
 * dead letter twice and projects the events before the first one of their sequence.
 */
final class MemoryDeadLetterQueue extends InMemorySequencedDeadLetterQueue<EventMessage<?>> {

    /** By sequence and position. */
    private final Map<String, NavigableMap<Long, KeptLetter>> all = new HashMap<>();

    private final DeadLetterCounts counts;
    private final String projection;

    MemoryDeadLetterQueue(DeadLetterCounts counts, String projection) {
        super(InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder()
                // A full queue would stop its projection because of events that can wait.
                .maxSequences(Integer.MAX_VALUE)
                .maxSequenceSize(Integer.MAX_VALUE));
        this.counts = counts;
        this.projection = projection;
    }

    @Override
    public synchronized boolean enqueueIfPresent(
            Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        NavigableMap<Long, KeptLetter> waiting = all.get(sequence.toString());
        if (waiting == null) {
            return false;
        }
        DeadLetter<? extends EventMessage<?>> behind = letter.get();
        if (position(behind) < waiting.firstKey()) {
            return false;
        }
        enqueue(sequence, behind);
        return true;
    }

    @Override
    public synchronized void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        KeptLetter kept = KeptLetter.of(projection, sequence.toString(), letter);
        if (all.computeIfAbsent(kept.sequence(), first -> new TreeMap<>()).putIfAbsent(kept.position(), kept) == null) {
            super.enqueue(sequence.toString(), letter);
            counts.changed(projection, 1);
        }
    }

    @Override
    public synchronized void evict(DeadLetter<? extends EventMessage<?>> letter) {
        super.evict(letter);
        counts.changed(projection, -1);
        long position = position(letter);
        all.values().removeIf(waiting -> waiting.remove(position) != null && waiting.isEmpty());
    }

    @Override
    public synchronized void clear() {
        super.clear();
        counts.cleared(projection);
        all.clear();
    }

    synchronized List<KeptLetter> kept() {
        return all.values().stream()
                .flatMap(waiting -> waiting.values().stream())
                .toList();
    }

    private static long position(DeadLetter<? extends EventMessage<?>> letter) {
        return EventContext.of(letter.message()).position();
    }
}
