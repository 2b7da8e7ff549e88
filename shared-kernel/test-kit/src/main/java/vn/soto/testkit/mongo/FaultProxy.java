package vn.soto.testkit.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between MongoDB's driver and a server and disturbs what passes, message by message. Greetings and the driver's
 * monitor are messages like any other. Clients connect directly to it, whatever addresses the server announces.
 */
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final Faults faults;
    private final String uri;
    private final ServerSocket door;
    private final Tally tally = new Tally();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    private volatile Faults now;

    private FaultProxy(String uri, Faults faults) throws IOException {
        ConnectionString target = new ConnectionString(uri);
        ServerAddress first = new ServerAddress(target.getHosts().getFirst());
        this.server = new InetSocketAddress(first.getHost(), first.getPort());
        this.faults = faults;
        this.now = faults;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.uri = ProxiedUri.of(target, door.getLocalPort());
    }

    /** Before the first server that {@code uri} names: the only one, or a primary. Encrypted connections do not pass. */
    public static FaultProxy before(String uri, Faults faults) {
        try {
            FaultProxy proxy = new FaultProxy(uri, faults);
            Thread.ofVirtual().name("fault-proxy-door").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URI that clients use instead of the server's, otherwise with the same content. */
    public String uri() {
        return uri;
    }

    /** From now on everything passes undisturbed. */
    public void quiet() {
        now = Faults.none();
    }

    /** Disturbs again. */
    public void loud() {
        now = faults;
    }

    public FaultCount count() {
        return tally.count();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::close);
    }

    private void accept() {
        SplittableRandom random = new SplittableRandom(faults.seed());
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                SplittableRandom own = random.split();
                Thread.ofVirtual().name("fault-proxy-requests").start(() -> connect(client, own));
            } catch (IOException closed) {
                // Closing the server socket is the only way to end accept; the loop then ends by its condition.
            }
        }
    }

    private void connect(Socket client, SplittableRandom random) {
        try {
            Link link = new Link(client, new Socket(server.getAddress(), server.getPort()));
            try (link) {
                links.add(link);
                if (door.isClosed()) {
                    return;
                }
                link.run(() -> now, random, tally);
            } finally {
                links.remove(link);
            }
        } catch (IOException unreachable) {
            Link.reset(client);
        }
    }
}
