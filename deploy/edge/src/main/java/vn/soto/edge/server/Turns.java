package vn.soto.edge.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The turns of new connections of an address that crowds: some at once, the next ones by a steady rate.
 * Until its turn a connection waits and nothing of it is read. One whose turn is far away waits, too, and is closed unread: an end at
 * once would bring its sender back at once. Thread-safe.
 */
final class Turns {

    private static final String UNREAD = "soto.unread";
    private static final int AT_ONCE = 20;
    private static final long SPACING = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(8);

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    /** The time of each address's next turn, were none at once. */
    private final Map<Network, Long> next = new ConcurrentHashMap<>();

    /** @param most connections that wait; further ones are closed at once */
    Turns(int most) {
        this.most = most;
    }

    /** Runs one of two things on the connection's thread: when it has its turn, now or later, or when it is closed without one. */
    void take(Network client, Channel connection, Runnable admitted, Runnable refused) {
        long wait = waitOf(client, connection.eventLoop().ticker().nanoTime());
        if (wait <= 0) {
            admitted.run();
        } else if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            refused.run();
            var _ = connection.close();
        } else {
            Unread unread = new Unread(connection.pipeline());
            connection.pipeline().addFirst(UNREAD, unread);
            Runnable turn = () -> {
                waiting.decrementAndGet();
                if (wait > LONGEST) {
                    refused.run();
                    var _ = connection.close();
                } else if (connection.isActive()) {
                    admitted.run();
                    unread.end();
                }
            };
            var _ = connection.eventLoop().schedule(turn, Math.min(wait, LONGEST), TimeUnit.NANOSECONDS);
        }
    }

    /** @return zero or less for a turn at once; more than {@link #LONGEST} for none */
    private long waitOf(Network client, long now) {
        if (next.size() > most) {
            next.values().removeIf(turn -> turn - now <= 0);
        }
        long[] wait = new long[1];
        next.compute(client, (same, turn) -> {
            long from = turn == null || turn - now < 0 ? now : turn;
            wait[0] = from - now - (AT_ONCE - 1) * SPACING;
            return wait[0] > LONGEST ? from : from + SPACING;
        });
        return wait[0];
    }

    /** Holds back the reading of a connection. */
    private static final class Unread extends ChannelOutboundHandlerAdapter {

        private final ChannelPipeline handlers;
        private boolean asked;

        Unread(ChannelPipeline handlers) {
            this.handlers = handlers;
        }

        @Override
        public void read(ChannelHandlerContext ctx) {
            asked = true;
        }

        void end() {
            handlers.remove(this);
            if (asked) {
                handlers.read();
            }
        }
    }
}
