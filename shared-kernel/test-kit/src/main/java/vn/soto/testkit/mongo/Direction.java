package vn.soto.testkit.mongo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One direction of one connection: passes messages on until one is to be reset or a side is gone.
 *
 * @param faults asked for each message, so that a proxy can be switched quiet
 */
record Direction(Socket from, Socket to, Supplier<Faults> faults, Kind kind, SplittableRandom random, Tally tally) {

    /** Pieces of a split message; enough to cut header and body. */
    private static final int PIECES = 6;

    private static final long BETWEEN_PIECES = Duration.ofNanos(200_000).toNanos();

    /** The part that differs for requests and for replies. */
    enum Kind {
        REQUESTS {
            @Override
            boolean reset(Faults faults, SplittableRandom random, Tally tally) {
                tally.requests.increment();
                return counted(strikes(faults.resetRequests(), random), tally.resetRequests);
            }
        },
        REPLIES {
            @Override
            boolean reset(Faults faults, SplittableRandom random, Tally tally) {
                tally.replies.increment();
                return counted(strikes(faults.resetReplies(), random), tally.resetReplies);
            }
        };

        /** Whether a message that was just read in full is to be reset. */
        abstract boolean reset(Faults faults, SplittableRandom random, Tally tally);
    }

    /** Returns when nothing more is to be passed on; both sides are to be closed then. */
    void run() throws IOException {
        InputStream in = new BufferedInputStream(from.getInputStream());
        OutputStream out = to.getOutputStream();
        while (true) {
            byte[] message = WireMessage.read(in);
            Faults now = faults.get();
            if (kind.reset(now, random, tally)) {
                return;
            }
            pass(message, now, out);
        }
    }

    private void pass(byte[] message, Faults now, OutputStream out) throws IOException {
        if (counted(strikes(now.delayed(), random), tally.delayed)) {
            LockSupport.parkNanos(random.nextLong(now.maxDelay().toNanos() + 1));
        }
        if (counted(strikes(now.split(), random), tally.split)) {
            inPieces(message, out);
        } else {
            out.write(message);
        }
    }

    private void inPieces(byte[] message, OutputStream out) throws IOException {
        int done = 0;
        for (int piece = 1; piece < PIECES && message.length - done > 1; piece++) {
            int length = 1 + random.nextInt(Math.min(message.length - done - 1, 2 * message.length / PIECES));
            out.write(message, done, length);
            LockSupport.parkNanos(BETWEEN_PIECES);
            done += length;
        }
        out.write(message, done, message.length - done);
    }

    private static boolean strikes(double share, SplittableRandom random) {
        return share > 0 && random.nextDouble() < share;
    }

    private static boolean counted(boolean happens, LongAdder counter) {
        if (happens) {
            counter.increment();
        }
        return happens;
    }
}
