package vn.soto.projection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import vn.soto.testkit.mongo.Emulator;

final class MongoDocumentsIT extends DocumentsContract {

    private final Emulator emulator = Emulator.start();
    private final MongoClient client = MongoClients.create(emulator.uri());
    private final Documents documents = new MongoDocuments(client.getDatabase("read"));

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Override
    Documents documents() {
        return documents;
    }
}
