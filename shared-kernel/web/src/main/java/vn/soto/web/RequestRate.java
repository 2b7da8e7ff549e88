package vn.soto.web;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Admits a number of requests of each sender a minute, all of them at once or evenly (generic cell rate algorithm). Thread-safe; a
 * sender that was silent for a minute takes no memory once others come.
 *
 * @param <S> identity of a sender
 */
public final class RequestRate<S> {

    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    /** Senders that are remembered; beyond them the memory goes before the count. */
    private static final int MOST_SENDERS = 100_000;

    private final long spacing;
    private final int most;
    private final LongSupplier nanos;

    /** The time up to which each sender's requests are paid for. */
    private final ConcurrentMap<S, Long> paid = new ConcurrentHashMap<>();

    /** @param nanos a clock that never goes back */
    public RequestRate(int perMinute, LongSupplier nanos) {
        this(perMinute, MOST_SENDERS, nanos);
    }

    public RequestRate(int perMinute, int most, LongSupplier nanos) {
        this.spacing = WINDOW / perMinute;
        this.most = most;
        this.nanos = nanos;
    }

    /** Zero if the request is admitted; otherwise the time after which one would be. */
    public Duration admit(S sender) {
        long now = nanos.getAsLong();
        forget(now);
        long[] wait = new long[1];
        paid.compute(sender, (key, until) -> {
            long from = until == null || until - now < 0 ? now : until;
            wait[0] = from + spacing - (now + WINDOW);
            return wait[0] > 0 ? Long.valueOf(from) : Long.valueOf(from + spacing);
        });
        return wait[0] > 0 ? Duration.ofNanos(wait[0]) : Duration.ZERO;
    }

    /** Takes an admitted request back. */
    public void giveBack(S sender) {
        paid.computeIfPresent(sender, (key, until) -> until - spacing);
    }

    private void forget(long now) {
        if (paid.size() >= most) {
            paid.values().removeIf(until -> until - now <= 0);
        }
        if (paid.size() >= most) {
            paid.clear();
        }
    }

    public int senders() {
        return paid.size();
    }
}
