package vn.soto.testkit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.testkit.mongo.EmulatedCommits.commit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The guarantees on which the ledger's client algorithm relies, shown on the emulator with the real driver. */
final class EmulatorIT {

    private final SentCommands sent = new SentCommands();

    @AutoClose
    private final EmulatedCommits emulated = new EmulatedCommits(sent);

    private final MongoCollection<Document> commits = emulated.commits;

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
        assertThat(emulated.numbers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aRestartKeepsTheDataAndTheAddress() {
        commits.insertOne(commit(1, "a#0"));
        String uri = emulated.emulator.uri();

        emulated.emulator.stop();
        assertThatThrownBy(() -> impatient(uri)).isInstanceOf(MongoException.class);
        emulated.emulator.restart();

        assertThat(emulated.emulator.uri()).isEqualTo(uri);
        assertThat(emulated.numbers()).containsExactly(1L);
        commits.insertOne(commit(2, "a#1"));
        assertThatThrownBy(() -> commits.insertOne(commit(3, "a#1")))
                .isInstanceOfSatisfying(MongoWriteException.class, EmulatorIT::isDuplicate);
    }

    /** The server's time is what a lease is measured by. */
    @Test
    void theGreetingTellsTheServersTimeAndThePrimary() {
        Document greeting = emulated.client.getDatabase("admin").runCommand(new Document("hello", 1));
        assertThat(greeting.getDate("localTime")).isNotNull();
        assertThat(greeting).containsEntry("setName", "rs0").containsEntry("isWritablePrimary", true);
    }

    private static void impatient(String uri) {
        try (MongoClient other = MongoClients.create(uri + "&serverSelectionTimeoutMS=300")) {
            other.getDatabase("ledger").runCommand(new Document("ping", 1));
        }
    }

    private static void isDuplicate(MongoWriteException refused) {
        assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    }
}
