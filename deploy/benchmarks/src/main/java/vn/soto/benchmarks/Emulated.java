package vn.soto.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import vn.soto.ledger.mongo.MongoConnection;

/** An emulator of MongoDB's protocol in this process, for one contestant. It syncs nothing: its figures are its own. */
final class Emulated implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(
            MongoConnection.settings(server.bindAndGetConnectionString()).build());

    MongoDatabase database() {
        return client.getDatabase("bench");
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
