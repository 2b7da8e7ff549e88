package vn.soto.testkit.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A server of MongoDB's protocol, in memory and on this machine alone. It says it is the primary of a replica set, so
 * that a client sends sessions, transaction numbers and concerns as to a real one. It ignores all of these; above all
 * it carries out a repeated write twice, where a real server would recognise it by its transaction number.
 */
public final class Emulator implements AutoCloseable {

    static final String REPLICA_SET = "rs0";

    private final PrimaryBackend backend = new PrimaryBackend();
    private MongoServer server;
    private final InetSocketAddress address;

    private Emulator() {
        server = listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getLocalAddress();
        backend.start(name());
    }

    public static Emulator start() {
        return new Emulator();
    }

    public String uri() {
        return "mongodb://" + name() + "/?replicaSet=" + REPLICA_SET;
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Cuts every connection at once; what is being carried out at that moment may be done or not, and is not answered. */
    public synchronized void stop() {
        backend.halt();
        server.shutdownNow();
    }

    /** Listens at the same address again, over the same data. */
    public synchronized void restart() {
        stop();
        backend.start(name());
        server = listening(address);
    }

    @Override
    public void close() {
        stop();
    }

    private MongoServer listening(InetSocketAddress where) {
        MongoServer listening = new EmulatorServer(backend);
        listening.bind(where);
        return listening;
    }

    private String name() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
