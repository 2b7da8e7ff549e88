package vn.soto.testkit.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A collection shaped like a ledger's commits, on an emulator of its own. */
final class EmulatedCommits implements AutoCloseable {

    final Emulator emulator = Emulator.start();
    final MongoClient client;
    final MongoCollection<Document> commits;

    EmulatedCommits(SentCommands sent) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(emulator.uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
                .addCommandListener(sent)
                .build());
        commits = client.getDatabase("ledger").getCollection("commits");
        commits.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
    }

    static Document commit(long number, String... keys) {
        return new Document("_id", number).append("keys", List.of(keys));
    }

    boolean inserted(Document commit) {
        try {
            commits.insertOne(commit);
            return true;
        } catch (MongoException refused) {
            return false;
        }
    }

    List<Long> numbers() {
        return commits.find().map(found -> found.getLong("_id")).into(new ArrayList<>());
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
