package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledgerwriter.mongo.MongoSubjectKeys;
import vn.soto.privacy.SubjectKeyReader;
import vn.soto.privacy.mongo.KeyCollection;
import vn.soto.privacy.mongo.MongoSubjectKeyReader;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.testkit.mongo.SentCommands;

/** On the emulator: what is sent is looked at, what a real server makes of it is not. */
@Tag("threads")
final class MongoSubjectKeysIT extends SubjectKeysContract {

    private final Emulator server = Emulator.start();
    private final SentCommands sent = new SentCommands();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .addCommandListener(sent)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-keys");

    @BeforeEach
    void prepare() {
        KeyCollection.prepare(database);
        KeyCollection.prepare(database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    SubjectKeyReader reader() {
        return new MongoSubjectKeyReader(database);
    }

    @Override
    SubjectKeyWriter writer() {
        return new MongoSubjectKeys(database, CLOCK);
    }

    @Test
    void aKeyIsOnTheDisksOfAMajorityBeforeAnythingIsSealedUnderIt() {
        writer().createIfAbsent(wrapped(master, LAN));
        writer().destroy(List.of(LAN));

        assertThat(sent.named("update"))
                .hasSize(2)
                .allSatisfy(
                        update -> assertThat(update.getDocument("writeConcern").toJson())
                                .isEqualTo("{\"w\": \"majority\", \"j\": true}"));
        assertThat(sent.named("find"))
                .isNotEmpty()
                .allSatisfy(find ->
                        assertThat(find.getDocument("readConcern").toJson()).isEqualTo("{\"level\": \"majority\"}"));
    }

    @Test
    void noDocumentHoldsADestroyedKey() {
        writer().createIfAbsent(wrapped(master, LAN));
        writer().destroy(List.of(LAN));

        assertThat(database.getCollection(KeyCollection.NAME, BsonDocument.class)
                        .find()
                        .first())
                .isNotNull()
                .satisfies(document -> assertThat(document.keySet()).containsExactlyInAnyOrder("_id", "destroyed"));
    }

    @Test
    void aServerThatDoesNotAnswerIsUnavailable() {
        server.stop();

        try (MongoClient hasty = MongoClients.create(MongoConnection.settings(server.uri())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(100, TimeUnit.MILLISECONDS))
                .build())) {
            MongoDatabase absent = hasty.getDatabase(database.getName());
            SubjectKeyReader reader = new MongoSubjectKeyReader(absent);
            SubjectKeyWriter writer = new MongoSubjectKeys(absent, CLOCK);
            assertThatThrownBy(() -> reader.find(LAN)).isInstanceOf(LedgerException.Unavailable.class);
            assertThatThrownBy(() -> writer.destroy(List.of(LAN))).isInstanceOf(LedgerException.Unavailable.class);
            assertThatThrownBy(() -> writer.createIfAbsent(wrapped(master, LAN)))
                    .isInstanceOf(LedgerException.Unavailable.class);
        }
    }
}
