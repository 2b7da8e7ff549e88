package vn.soto.benchmarks;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.types.Binary;

/** The MongoDB driver without us: one ordered {@code insertMany} for each group of events, and nothing else. */
final class RawMongo implements AutoCloseable {

    static final String NAME = "raw driver, emulator";

    private final Emulated emulated = new Emulated();
    private final GroupCommit<byte[]> commits;
    private final MongoCollection<Document> events;
    private long position;

    RawMongo() {
        this.events = emulated.database().getCollection("raw");
        this.commits = new GroupCommit<>(
                bodies -> events.insertMany(bodies.stream().map(this::document).toList()));
    }

    private Document document(byte[] body) {
        return new Document("_id", position++).append("payload", new Binary(body));
    }

    long count() {
        return events.countDocuments();
    }

    void append(byte[] body) {
        commits.write(body);
    }

    @Override
    public void close() {
        commits.close();
        emulated.close();
    }
}
