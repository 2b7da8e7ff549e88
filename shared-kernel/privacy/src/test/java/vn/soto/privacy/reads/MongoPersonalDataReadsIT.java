package vn.soto.privacy.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.testkit.mongo.SentCommands;

/** On the emulator: what is sent is looked at, what a real server makes of it is not. */
@Tag("long")
@Tag("threads")
final class MongoPersonalDataReadsIT extends PersonalDataReadsContract {

    private final Emulator server = Emulator.start();
    private final SentCommands sent = new SentCommands();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .addCommandListener(sent)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-reads");
    private final PersonalDataReads reads = new MongoPersonalDataReads(database);

    @BeforeEach
    void prepare() {
        ReadsCollection.prepare(database);
        ReadsCollection.prepare(database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    PersonalDataReads reads() {
        return reads;
    }

    @Test
    void aReadIsOnTheDisksOfAMajorityBeforeItIsAcknowledged() {
        reads.append(List.of(read(1, "a", "member:m"), read(2, "a", "member:n")));

        assertThat(sent.named("insert")).singleElement().satisfies(insert -> {
            BsonDocument concern = insert.getDocument("writeConcern");
            assertThat(concern.get("w")).isEqualTo(new BsonString("majority"));
            assertThat(concern.get("j")).isEqualTo(BsonBoolean.TRUE);
        });
    }

    @Test
    void theRegisterIsOnlyEverInsertedInto() {
        reads.append(List.of(read(1, "a", "member:m")));
        reads.find(search("member:m", "a", 5));

        for (String command : List.of("update", "delete", "findAndModify", "drop", "bulkWrite")) {
            assertThat(sent.named(command)).as(command).isEmpty();
        }
    }

    @Test
    void aReadIsNotAcknowledgedWithoutAnAnswerOfTheServer() {
        try (MongoClient impatient = MongoClients.create(MongoConnection.settings(server.uri())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.MILLISECONDS))
                .build())) {
            server.stop();
            PersonalDataReads cutOff = new MongoPersonalDataReads(impatient.getDatabase("soto-x-reads"));

            assertThatThrownBy(() -> cutOff.append(List.of(read(1, "a", "member:m"))))
                    .isInstanceOf(ReadsNotRecordedException.class);
            assertThatThrownBy(() -> cutOff.find(search(null, null, 5)))
                    .isInstanceOf(LedgerException.Unavailable.class);
        }
    }
}
