package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.testkit.Drafts.one;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.testkit.mongo.SentCommands;

/** The commands to the server, as they go over the wire; the emulator does nothing of it. */
final class SentConcernsIT {

    private static final BsonDocument DURABLE =
            new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE);

    private final SentCommands sent = new SentCommands();
    private Emulator emulator;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        emulator = Emulator.start();
        // An address that asks for less changes nothing.
        MongoClientSettings settings = MongoConnection.settings(emulator.uri() + "&w=1&journal=false&retryWrites=false")
                .addCommandListener(sent)
                .build();
        client = MongoClients.create(settings);
        database = client.getDatabase("concerns");
        MongoLayout.prepare(database, "demo/concerns");
    }

    @AfterEach
    void disconnect() {
        client.close();
        emulator.close();
    }

    private MongoLedger open(MongoDatabase of) {
        return MongoLedger.open(
                of,
                "demo/concerns",
                Clock.systemUTC(),
                WriterSettings.standard(),
                OnServer.LEASE,
                new SimpleMeterRegistry(),
                Duration.ofSeconds(5));
    }

    @Test
    void appendsAreDurableRetryableAndOrdered() {
        try (MongoLedger ledger = open(database)) {
            ledger.appender().append(one("a", "x", 0));
        }
        List<BsonDocument> inserts = sent.named("insert");
        assertThat(inserts).isNotEmpty().allSatisfy(SentConcernsIT::durableAndRetryable);
        assertThat(inserts.getLast().getBoolean("ordered").getValue()).isTrue();
    }

    @Test
    void theLeaseIsDurableAndRetryable() {
        try (MongoLedger ledger = open(database)) {
            assertThat(ledger.isActive()).isTrue();
        }
        assertThat(sent.named("findAndModify")).hasSize(1).allSatisfy(SentConcernsIT::durableAndRetryable);
        assertThat(sent.named("update")).isNotEmpty().allSatisfy(SentConcernsIT::durableAndRetryable);
    }

    @Test
    void everyQuestionIsAnsweredByAMajority() {
        try (MongoLedger ledger = open(database)) {
            ledger.appender().append(one("a", "x", 0));
        }
        sent.clear();
        MongoLedgerReader reader = MongoLedgerReader.open(database);
        reader.tail();
        reader.commits(1, 10);
        reader.head("x");
        reader.aggregate("x", 0, 10);
        assertThat(sent.named("find"))
                .hasSizeGreaterThan(4)
                .allSatisfy(find -> assertThat(level(find)).isEqualTo("majority"));
    }

    @Test
    void aDoubtIsSettledByALinearizableQuestion() {
        Disturbance disturbance = new Disturbance();
        try (MongoLedger ledger = open(disturbance.over(database))) {
            ledger.appender().append(one("a", "x", 0));
            disturbance.insertFails = true;
            disturbance.persisted = 0;
            sent.clear();
            ledger.appender().append(one("b", "x", 1));
        }
        assertThat(sent.named("find").stream().filter(find -> level(find).equals("linearizable")))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(
                                find.getDocument("filter").getNumber("_id").longValue())
                        .isEqualTo(2));
    }

    private static void durableAndRetryable(BsonDocument command) {
        assertThat(command.getDocument("writeConcern")).isEqualTo(DURABLE);
        assertThat(command).containsKeys("txnNumber", "lsid");
    }

    private static String level(BsonDocument find) {
        return find.getDocument("readConcern").getString("level").getValue();
    }
}
