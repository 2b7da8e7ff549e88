package vn.soto.projection.source;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A counter of signals, such as of new commits. A signal between a read and a wait is not missed, because the wait names
 * the last signal seen. Thread-safe.
 */
public final class WakeUpSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private final AtomicLong version = new AtomicLong();

    public void signal() {
        lock.lock();
        try {
            version.incrementAndGet();
            signalled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public long version() {
        return version.get();
    }

    /**
     * Waits for a signal after number {@code seen}: returns at once if there was one, at the latest after {@code
     * nanos}.
     *
     * @return nanoseconds that are left of {@code nanos}; not positive once they have passed
     */
    public long await(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (version.get() == seen && left > 0) {
                left = signalled.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }
}
