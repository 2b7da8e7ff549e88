package vn.soto.ledgerwriter.mongo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A deadline, and exponential back-off with jitter between attempts, so that writers that collided do not collide
 * again.
 */
final class Backoff {

    private static final int MOST_DOUBLINGS = 6;

    private final RandomGenerator random;
    private final long end;
    private int tries;

    Backoff(Duration limit, RandomGenerator random) {
        this.random = random;
        this.end = System.nanoTime() + limit.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** Waits up to 2 ms the first time, up to 128 ms later. */
    void pause() {
        tries = Math.min(tries + 1, MOST_DOUBLINGS);
        LockSupport.parkNanos(random.nextLong(Duration.ofMillis(1L << tries).toNanos()));
    }
}
