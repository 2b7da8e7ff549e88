package vn.soto.testkit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger's client algorithm relies on, shown on the emulator with the real driver. */
final class EmulatorIT {

    private final Emulator emulator = Emulator.start();
    private final SentCommands sent = new SentCommands();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(emulator.uri()))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
            .addCommandListener(sent)
            .build());
    private final MongoCollection<Document> commits =
            client.getDatabase("ledger").getCollection("commits");

    @BeforeEach
    void index() {
        commits.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Test
    void writesCarryConcernSessionAndTransactionNumber() {
        commits.insertOne(commit(1, "a#0"));
        commits.insertMany(List.of(commit(2, "a#1"), commit(3, "a#2")), new InsertManyOptions().ordered(true));
        commits.bulkWrite(List.of(new InsertOneModel<>(commit(4, "a#3"))));
        commits.findOneAndUpdate(eq("_id", 4L), Updates.set("holder", "x"));

        List<BsonDocument> writes = new ArrayList<>(sent.named("insert"));
        writes.addAll(sent.named("findAndModify"));
        assertThat(writes).hasSize(4).allSatisfy(command -> {
            assertThat(command.getDocument("writeConcern"))
                    .isEqualTo(new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE));
            assertThat(command.getInt64("txnNumber").getValue()).isPositive();
            assertThat(command.getDocument("lsid")).containsKey("id");
        });
    }

    @Test
    void readsCarryConcernAndSession() {
        commits.insertOne(commit(1, "a#0"));
        assertThat(commits.find(in("_id", 1L, 2L)).into(new ArrayList<>())).hasSize(1);
        assertThat(commits.withReadConcern(ReadConcern.LINEARIZABLE)
                        .find(eq("_id", 1L))
                        .first())
                .isNotNull();

        assertThat(sent.named("find"))
                .allSatisfy(command -> assertThat(command).containsKey("lsid"))
                .extracting(command -> command.getDocument("readConcern").getString("level"))
                .containsExactly(new BsonString("majority"), new BsonString("linearizable"));
    }

    @Test
    void aUniqueIndexOverAnArrayRefusesASharedElement() {
        commits.insertOne(commit(1, "a#0", "cmd:x"));

        assertThatThrownBy(() -> commits.insertOne(commit(2, "b#0", "cmd:x")))
                .isInstanceOfSatisfying(MongoWriteException.class, EmulatorIT::isDuplicate);
        commits.insertOne(commit(2, "b#0", "cmd:y"));

        assertThat(commits.find(in("keys", "b#0", "a#0", "absent")).into(new ArrayList<>()))
                .extracting(found -> found.getLong("_id"))
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(commits.find(eq("keys", "cmd:y")).first()).isNotNull().containsEntry("_id", 2L);
    }

    @Test
    void anOrderedBatchStopsAtTheFirstRefusal() {
        commits.insertOne(commit(2, "a#0"));

        assertThatThrownBy(() -> commits.insertMany(List.of(commit(1, "b#0"), commit(2, "b#1"), commit(3, "b#2"))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, refused -> {
                    assertThat(refused.getWriteErrors()).hasSize(1);
                    assertThat(refused.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
                    assertThat(refused.getWriteErrors().getFirst().getCategory())
                            .isEqualTo(ErrorCategory.DUPLICATE_KEY);
                });
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void ofConcurrentFindAndModifyWithOneFenceExactlyOneIsDone() throws Exception {
        commits.insertOne(new Document("_id", 0L).append("fence", 0L).append("keys", List.of("lease")));
        List<Future<Boolean>> claims = together(
                16,
                writer -> commits.findOneAndUpdate(
                                new Document("_id", 0L).append("fence", 0L),
                                Updates.combine(Updates.set("holder", "w" + writer), Updates.inc("fence", 1L)))
                        != null);
        assertThat(claims).filteredOn(EmulatorIT::won).hasSize(1);
    }

    @Test
    void ofConcurrentInsertsWithOneNumberOrOneKeyExactlyOneIsDone() throws Exception {
        for (long number = 1; number <= 100; number++) {
            long next = number;
            List<Future<Boolean>> byNumber = together(8, writer -> inserted(commit(next, "w" + writer + "#" + next)));
            assertThat(byNumber).filteredOn(EmulatorIT::won).hasSize(1);

            List<Future<Boolean>> byKey =
                    together(8, writer -> inserted(commit(1_000 + 10 * next + writer, "shared#" + next)));
            assertThat(byKey).filteredOn(EmulatorIT::won).hasSize(1);
        }
    }

    @Test
    void aRestartKeepsTheDataAndTheAddress() {
        commits.insertOne(commit(1, "a#0"));
        String uri = emulator.uri();

        emulator.stop();
        assertThatThrownBy(() -> impatient(uri)).isInstanceOf(MongoException.class);
        emulator.restart();

        assertThat(emulator.uri()).isEqualTo(uri);
        assertThat(numbers()).containsExactly(1L);
        commits.insertOne(commit(2, "a#1"));
        assertThatThrownBy(() -> commits.insertOne(commit(3, "a#1")))
                .isInstanceOfSatisfying(MongoWriteException.class, EmulatorIT::isDuplicate);
    }

    @Test
    void aStopWhileWritersWriteLosesNothingThatWasAnswered() throws Exception {
        ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                long base = 100_000L * (writer + 1);
                threads.execute(() -> {
                    for (long i = 0; i < 200; i++) {
                        if (inserted(commit(base + i, "k#" + (base + i)))) {
                            answered.add(base + i);
                        }
                    }
                });
            }
            for (int cut = 1; cut <= 3; cut++) {
                while (answered.size() < 300 * cut) {
                    Thread.onSpinWait();
                }
                emulator.restart();
            }
        }
        assertThat(numbers()).doesNotHaveDuplicates().containsAll(answered);
    }

    /** The server's time is what a lease is measured by. */
    @Test
    void theGreetingTellsTheServersTimeAndThePrimary() {
        Document greeting = client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(greeting.getDate("localTime")).isNotNull();
        assertThat(greeting).containsEntry("setName", "rs0").containsEntry("isWritablePrimary", true);
    }

    private static void impatient(String uri) {
        try (MongoClient other = MongoClients.create(uri + "&serverSelectionTimeoutMS=300")) {
            other.getDatabase("ledger").runCommand(new Document("ping", 1));
        }
    }

    private boolean inserted(Document commit) {
        try {
            commits.insertOne(commit);
            return true;
        } catch (MongoException refused) {
            return false;
        }
    }

    private List<Long> numbers() {
        return commits.find().map(found -> found.getLong("_id")).into(new ArrayList<>());
    }

    private static Document commit(long number, String... keys) {
        return new Document("_id", number).append("keys", List.of(keys));
    }

    private static void isDuplicate(MongoWriteException refused) {
        assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    }

    private static boolean won(Future<Boolean> claim) {
        return claim.resultNow();
    }

    private static List<Future<Boolean>> together(int writers, Attempt attempt) throws InterruptedException {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            attempts.add(() -> attempt.by(number));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(attempts);
        }
    }

    private interface Attempt {
        boolean by(int writer);
    }
}
