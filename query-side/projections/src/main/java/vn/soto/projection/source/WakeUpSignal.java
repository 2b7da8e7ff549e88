package vn.soto.projection.source;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A counter of signals of new commits. A signal between a read and a wait is not missed, because the wait names the
 * last signal seen.
 */
final class WakeUpSignal {

    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final AtomicLong version = new AtomicLong();

    void signal() {
        lock.lock();
        try {
            version.incrementAndGet();
            rung.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    long version() {
        return version.get();
    }

    /**
     * Waits for a signal after number {@code heard}: returns at once if there was one, at the latest after {@code
     * nanos}.
     */
    void await(long heard, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (version.get() == heard && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
