package vn.soto.ledgerwriter.kept;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledgerwriter.mongo.MongoKeptTexts;
import vn.soto.testkit.mongo.Emulator;

/** On the emulator, which does not remove what has ended by itself. */
@Tag("threads")
final class MongoKeptTextsIT extends KeptTextsContract {

    private final Emulator server = Emulator.start();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-reads");

    @BeforeEach
    void prepare() {
        MongoKeptTexts.prepare(database);
        MongoKeptTexts.prepare(database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    KeptTexts texts() {
        return new MongoKeptTexts(database);
    }
}
