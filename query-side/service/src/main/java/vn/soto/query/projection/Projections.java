package vn.soto.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import vn.soto.query.source.CommitToken;
import vn.soto.query.source.LedgerEventSource;

/** All projections of the query side, and how far all of them have come. */
public final class Projections implements AutoCloseable {

    /** Most commits are folded at once; who waits longer looks more and more rarely. */
    private static final Duration LOOK_SOON = Duration.ofMillis(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final List<Projection> all;
    private final Pool pool;

    public Projections(
            List<Projector> projectors,
            Documents documents,
            LedgerEventSource source,
            TokenStore tokens,
            int workers,
            int batchSize) {
        this.pool = Pool.of(workers, batchSize);
        this.all = projectors.stream()
                .map(projector -> new Projection(projector, documents, source, tokens, pool))
                .toList();
    }

    public List<Projection> all() {
        return all;
    }

    public void start() {
        all.forEach(Projection::start);
    }

    /** The last commit every model has taken whole. */
    public CommitToken folded() {
        return all.stream()
                .map(Projection::folded)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .orElseThrow();
    }

    /** Waits until {@link #folded} reaches {@code number}; false if it has not after {@code limit}. */
    public boolean await(long number, Duration limit) {
        long begin = System.nanoTime();
        Duration pause = LOOK_SOON;
        while (folded().number() < number) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : longer;
        }
        return true;
    }

    public Optional<Projection> named(String name) {
        return all.stream().filter(projection -> projection.name().equals(name)).findFirst();
    }

    public long deadLetters() {
        return all.stream().mapToLong(Projection::deadLetters).sum();
    }

    @Override
    public void close() {
        all.forEach(Projection::stop);
        pool.close();
    }
}
