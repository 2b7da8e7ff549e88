package vn.soto.edge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;

/** Two nodes and the epochs that both know. */
@Tag("threads")
final class MongoEpochsIT {

    private final Emulator server = Emulator.start();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-reads");
    private final MongoEpochs query = new MongoEpochs(database);
    private final MongoEpochs command = new MongoEpochs(database);

    @BeforeEach
    void prepare() {
        EpochsCollection.prepare(database);
        EpochsCollection.prepare(database);
    }

    @AfterEach
    void close() {
        query.close();
        command.close();
        client.close();
        server.close();
    }

    @Test
    void whoSignsOutEverywhereIsSignedOutOnTheOtherNodeAtOnce() {
        assertThat(command.current("lan").block()).isZero();

        query.raise("lan").block();
        assertThat(command.current("lan").block()).isEqualTo(1);

        command.raise("lan").block();
        assertThat(query.current("lan").block()).isEqualTo(2);
        assertThat(query.current("lan ").block()).as("another account").isZero();
    }
}
