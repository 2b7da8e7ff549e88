package vn.soto.testkit.mongo;

import java.time.Duration;

/**
 * How often a {@link FaultProxy} disturbs; each share is a probability from 0 to 1 per message.
 *
 * @param resetReplies  the server has carried out the request, the client gets nothing of the reply and a reset
 * @param resetRequests the server never sees the request, the client gets a reset
 * @param delayed       messages of either direction held back for up to {@code maxDelay}
 * @param split         messages of either direction that arrive in small pieces
 * @param seed          of every decision; connections are told apart by their order
 */
public record Faults(
        double resetReplies, double resetRequests, double delayed, Duration maxDelay, double split, long seed) {

    /** The faults that the ledger must live with all day. */
    public static Faults standard(long seed) {
        return new Faults(0.02, 0.005, 0.05, Duration.ofMillis(5), 0.05, seed);
    }

    public static Faults none() {
        return new Faults(0, 0, 0, Duration.ZERO, 0, 0);
    }

    public Faults resettingReplies(double share) {
        return new Faults(share, resetRequests, delayed, maxDelay, split, seed);
    }

    public Faults resettingRequests(double share) {
        return new Faults(resetReplies, share, delayed, maxDelay, split, seed);
    }

    public Faults delaying(double share, Duration most) {
        return new Faults(resetReplies, resetRequests, share, most, split, seed);
    }

    public Faults splitting(double share) {
        return new Faults(resetReplies, resetRequests, delayed, maxDelay, share, seed);
    }
}
