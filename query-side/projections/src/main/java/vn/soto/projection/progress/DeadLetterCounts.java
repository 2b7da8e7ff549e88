package vn.soto.projection.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of dead letters of all projections, known without a round trip. They are counted when first asked for, so
 * that they are right after a restart, and again in the background at each {@link ClaimSettings#look}. A change by this
 * process counts at once, one by another process at the next count. Thread-safe.
 */
public final class DeadLetterCounts {

    private final Supplier<Map<String, Long>> counter;
    private @Nullable Map<String, Long> known;
    private long changes;

    DeadLetterCounts(Supplier<Map<String, Long>> counter) {
        this.counter = counter;
    }

    static DeadLetterCounts in(Map<String, MemoryDeadLetterQueue> queues) {
        return new DeadLetterCounts(() -> queues.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, queue -> queue.getValue().size())));
    }

    public long of(String projection) {
        return known().getOrDefault(projection, 0L);
    }

    private synchronized Map<String, Long> known() {
        Map<String, Long> now = known;
        if (now == null) {
            now = counter.get();
            known = now;
        }
        return now;
    }

    /** Counts in one round trip; drops the result if this process changed a number meanwhile, for the next count. */
    public void count() {
        long before = changes();
        Map<String, Long> counted = counter.get();
        synchronized (this) {
            if (changes == before) {
                known = counted;
            }
        }
    }

    private synchronized long changes() {
        return changes;
    }

    /** A dead letter of the projection was stored (1) or removed (-1) by this process. */
    synchronized void changed(String projection, int by) {
        changes++;
        if (known != null) {
            Map<String, Long> next = new HashMap<>(known);
            next.merge(projection, (long) by, (a, b) -> Math.max(0, a + b));
            known = Map.copyOf(next);
        }
    }

    /** This process removed all dead letters of the projection. */
    synchronized void cleared(String projection) {
        changes++;
        if (known != null) {
            Map<String, Long> next = new HashMap<>(known);
            next.remove(projection);
            known = Map.copyOf(next);
        }
    }
}
