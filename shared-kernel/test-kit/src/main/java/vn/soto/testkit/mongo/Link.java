package vn.soto.testkit.mongo;

import java.io.IOException;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** One connection of a client through the proxy. */
final class Link implements AutoCloseable {

    private final Socket client;
    private final Socket server;

    Link(Socket client, Socket server) throws IOException {
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Passes messages in both directions until one of them ends, then ends both. */
    void run(Supplier<Faults> faults, SplittableRandom random, Tally tally) {
        Direction requests = new Direction(client, server, faults, Direction.Kind.REQUESTS, random.split(), tally);
        Direction replies = new Direction(server, client, faults, Direction.Kind.REPLIES, random.split(), tally);
        Thread.ofVirtual().name("fault-proxy-replies").start(() -> run(replies));
        run(requests);
    }

    private void run(Direction direction) {
        try (this) {
            direction.run();
        } catch (IOException gone) {
            // One side is gone: the other is to see it go too.
        }
    }

    /** Resets both sides: neither gets what is still on its way. */
    @Override
    public void close() {
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // The other direction closed it, as intended.
        }
    }
}
