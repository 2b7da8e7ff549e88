package vn.soto.testkit.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import io.netty.channel.EventLoopGroup;
import java.lang.reflect.Field;

/**
 * A server that closes every connection when it stops. The library closes connections that its event loops have
 * registered. One that was accepted a moment before would stay open, and its client would wait for ever.
 */
final class EmulatorServer extends MongoServer {

    EmulatorServer(MongoBackend backend) {
        super(backend);
    }

    @Override
    public void stopListening() {
        super.stopListening();
        EventLoopGroup workers = workers();
        if (!workers.isShuttingDown()) {
            workers.forEach(worker -> worker.submit(() -> {}).syncUninterruptibly());
        }
    }

    /** The event loops; what is accepted waits among their tasks. */
    private EventLoopGroup workers() {
        try {
            Field workers = MongoServer.class.getDeclaredField("workerGroup");
            workers.setAccessible(true);
            return (EventLoopGroup) workers.get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of the library has other fields", e);
        }
    }
}
