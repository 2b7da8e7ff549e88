package vn.soto.edge.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The turns of new connections of an address that crowds: some at once, the next ones the later, the more of the address are open.
 * One whose turn is far away waits, too, and is refused then: an end at once would bring its sender back at once. Thread-safe.
 */
final class Turns {

    /** The turns of so long a time are given at once. */
    private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);

    /** Time between two turns, for each open connection of the address. */
    private static final long SPACING = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    /** The time of each address's next turn, were none at once. */
    private final Map<Network, Long> next = new ConcurrentHashMap<>();

    /** @param most connections that wait; further ones are refused at once */
    Turns(int most) {
        this.most = most;
    }

    /**
     * Runs one of two things on a thread, now or later.
     *
     * @param open connections of the address over which nobody known has asked, at least one
     */
    void take(Network client, int open, EventExecutor thread, Runnable admitted, Runnable refused) {
        long wait = waitOf(client, open * SPACING, thread.ticker().nanoTime());
        if (wait <= 0) {
            admitted.run();
        } else if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            refused.run();
        } else {
            Runnable turn = () -> {
                waiting.decrementAndGet();
                (wait > LONGEST ? refused : admitted).run();
            };
            var _ = thread.schedule(turn, Math.min(wait, LONGEST), TimeUnit.NANOSECONDS);
        }
    }

    /** @return zero or less for a turn at once; more than {@link #LONGEST} for none */
    private long waitOf(Network client, long spacing, long now) {
        if (next.size() > most) {
            next.values().removeIf(turn -> turn - now <= 0);
        }
        long[] wait = new long[1];
        next.compute(client, (same, turn) -> {
            long from = turn == null || turn - now < 0 ? now : turn;
            wait[0] = from - now - AT_ONCE;
            return wait[0] > LONGEST ? from : from + spacing;
        });
        return wait[0];
    }
}
