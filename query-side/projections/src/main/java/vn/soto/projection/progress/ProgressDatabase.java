package vn.soto.projection.progress;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;

/**
 * The collections of progress beside the read models. Both are written with majority concern before dependent writes:
 * after a fail-over no token exists whose documents are lost.
 */
public record ProgressDatabase(MongoDatabase database) implements MongoTemplate {

    private static final String PREFIX = "projection-";

    public static ProgressDatabase in(MongoDatabase database) {
        return new ProgressDatabase(lasting(database));
    }

    public static MongoDatabase lasting(MongoDatabase database) {
        return database.withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Whether a collection holds progress rather than documents. */
    public static boolean holds(String collection) {
        return collection.startsWith(PREFIX);
    }

    @Override
    public MongoCollection<Document> trackingTokensCollection() {
        throw new UnsupportedOperationException("tokens are of lanes");
    }

    @Override
    public MongoCollection<Document> deadLetterCollection() {
        return database.getCollection(PREFIX + "letters");
    }

    MongoCollection<Document> trackers() {
        return database.getCollection(PREFIX + "trackers");
    }

    @Override
    public MongoCollection<Document> eventCollection() {
        throw new UnsupportedOperationException("events are in the ledger");
    }

    @Override
    public MongoCollection<Document> snapshotCollection() {
        throw new UnsupportedOperationException("there are no snapshots here");
    }

    @Override
    public MongoCollection<Document> sagaCollection() {
        throw new UnsupportedOperationException("there are no sagas");
    }
}
