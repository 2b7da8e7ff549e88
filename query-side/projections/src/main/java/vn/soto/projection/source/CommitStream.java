package vn.soto.projection.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The events after a commit, in order; a commit becomes available as a whole. One thread takes events; Axon's
 * coordinator, outside its gate, may check from another thread whether an event is available.
 */
final class CommitStream implements BlockingStream<TrackedEventMessage<?>> {

    private final Decoder decoder;
    private final WakeUpSignal wakeUp;
    private final Deque<List<TrackedEventMessage<?>>> commits = new ArrayDeque<>();
    private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
    private long number;
    private @Nullable Runnable callback;

    CommitStream(Decoder decoder, WakeUpSignal wakeUp, long number) {
        this.decoder = decoder;
        this.wakeUp = wakeUp;
        this.number = number;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(events.peekFirst());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        while (true) {
            long seen = wakeUp.version();
            if (fill()) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
            // A signal may come without a new commit: the wait goes on for the rest of its time.
            left = wakeUp.await(seen, left);
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return take();
    }

    private synchronized TrackedEventMessage<?> take() {
        TrackedEventMessage<?> next = events.pollFirst();
        if (next == null) {
            throw new NoSuchElementException("two threads take from the stream at once");
        }
        return next;
    }

    private synchronized boolean fill() {
        if (!events.isEmpty()) {
            return true;
        }
        if (commits.isEmpty()) {
            commits.addAll(decoder.after(number));
        }
        List<TrackedEventMessage<?>> commit = commits.pollFirst();
        if (commit == null) {
            return false;
        }
        number++;
        events.addAll(commit);
        return true;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable newCallback) {
        if (callback != null) {
            wakeUp.removeListener(callback);
        }
        callback = newCallback;
        wakeUp.addListener(newCallback);
        return true;
    }

    @Override
    public void close() {
        if (callback != null) {
            wakeUp.removeListener(callback);
        }
    }
}
