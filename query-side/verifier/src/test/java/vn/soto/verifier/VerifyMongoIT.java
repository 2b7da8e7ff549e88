package vn.soto.verifier;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Tail;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoLedger;
import vn.soto.testkit.DraftSamples;
import vn.soto.testkit.SettableClock;
import vn.soto.testkit.mongo.Emulator;

@Tag("long")
@Tag("slow")
final class VerifyMongoIT {

    private static final String ORIGIN = "demo/kiểm tra";
    private static final int COMMITS = 40;

    private final Emulator emulator = Emulator.start();
    private MongoClient client;
    private MongoDatabase database;
    private Tail tail;

    @BeforeEach
    void write() {
        client = MongoClients.create(MongoConnection.settings(emulator.uri()).build());
        database = client.getDatabase("so");
        MongoLayout.prepare(database, ORIGIN);
        append(COMMITS / 2, 0);
        tail = append(COMMITS / 2, 1);
    }

    private Tail append(int commits, int seed) {
        try (MongoLedger ledger = MongoLedger.open(
                database,
                ORIGIN,
                new SettableClock(Instant.parse("2026-07-01T08:00:00Z")),
                WriterSettings.standard(),
                LeaseSettings.off(),
                new SimpleMeterRegistry())) {
            DraftSamples samples = new DraftSamples(seed);
            for (int i = 0; i < commits; i++) {
                ledger.appender().append(samples.next());
            }
            return ledger.reader().tail();
        }
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    private Shell verify(Object... more) {
        Object[] arguments = Stream.concat(Stream.of("verify", "mongodb:so"), Stream.of(more))
                .toArray();
        return Shell.run(Map.of("SOTO_MONGODB_URI", emulator.uri()), arguments);
    }

    @Test
    void aSoundLedgerIsReportedWithItsHead() {
        Shell verify = verify("--expect", "40:" + tail.chain());

        assertThat(verify.exit()).as(verify.err()).isZero();
        assertThat(verify.out()).contains("nguyên vẹn", "sound", ORIGIN, "40:" + tail.chain(), "as expected");
        assertThat(verify("--expect", "41:" + Hash.sha256()).exit()).isEqualTo(1);
    }

    @Test
    void withoutAnAddressNothingIsLookedAt() {
        assertThat(Shell.run("verify", "mongodb:so").exit()).isEqualTo(2);
        assertThat(Shell.run("verify", "mongodb:so").err()).contains("SOTO_MONGODB_URI");
    }

    @Test
    void aDatabaseThatIsNoLedgerIsTwo() {
        Shell verify = Shell.run(Map.of("SOTO_MONGODB_URI", emulator.uri()), "verify", "mongodb:other");

        assertThat(verify.exit()).isEqualTo(2);
        assertThat(verify.err()).contains("prepare-mongodb");
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                alteration("an actor", c -> c.updateOne(eq(7L), set("actor", "another"))),
                alteration("a payload", c -> c.updateOne(eq(7L), set("events.0.encoding", "xml"))),
                alteration("a time", c -> c.updateOne(eq(7L), set("at", 1L))),
                alteration("the last commit is gone", c -> c.deleteOne(eq((long) COMMITS))),
                alteration("a commit in between is gone", c -> c.deleteOne(eq(20L))),
                alteration("a key is gone", c -> c.updateOne(eq(7L), pull("keys", firstKey(c, 7)))),
                alteration("a key too many", c -> c.updateOne(eq(7L), push("keys", new BsonString("x#0000000009")))),
                alteration("a field too many", c -> c.updateOne(eq(7L), set("note", "added"))),
                alteration("a commit beyond a gap", c -> c.insertOne(copyOf(c, 7, 4711))),
                alteration("a foreign document", c -> c.insertOne(foreign())),
                alteration("a fence", c -> c.updateOne(eq(7L), set("fence", 9L))));
    }

    private static Arguments alteration(String name, Consumer<MongoCollection<BsonDocument>> alteration) {
        return Arguments.argumentSet(name, alteration);
    }

    private static BsonString firstKey(MongoCollection<BsonDocument> commits, long number) {
        return new BsonString(
                find(commits, number).getArray("keys").getFirst().asString().getValue());
    }

    private static BsonDocument find(MongoCollection<BsonDocument> commits, long number) {
        BsonDocument found = commits.find(eq(number)).first();
        assertThat(found).isNotNull();
        return found == null ? new BsonDocument() : found;
    }

    private static BsonDocument copyOf(MongoCollection<BsonDocument> commits, long number, long as) {
        BsonDocument copy = find(commits, number);
        copy.put("_id", new BsonInt64(as));
        copy.getArray("keys").clear();
        copy.getArray("keys").add(new BsonString("copied"));
        return copy;
    }

    private static BsonDocument foreign() {
        return new BsonDocument("_id", new BsonString("note"))
                .append("keys", new BsonArray(List.of(new BsonString("note2"))));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void isCaught(Consumer<MongoCollection<BsonDocument>> alteration) {
        alteration.accept(database.getCollection(MongoLayout.COMMITS, BsonDocument.class));

        Shell verify = verify("--expect", "40:" + tail.chain());

        assertThat(verify.exit()).as(verify.out() + verify.err()).isEqualTo(1);
        assertThat(verify.err()).contains("HỎNG HOẶC BỊ SỬA");
    }
}
