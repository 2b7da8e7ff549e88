package vn.soto.privacy.refused;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;

/** The register in MongoDB, which all nodes share. */
public final class MongoRefusedAccess implements RefusedAccessStore {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final MongoCollection<Document> entries;

    /** @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection} */
    public MongoRefusedAccess(MongoDatabase database) {
        this.entries = database.getCollection(RefusedAccessCollection.NAME);
    }

    @Override
    public long add(RefusedAccess entry) {
        return available(() -> {
            long number = next();
            entries.replaceOne(
                    Filters.eq(RefusedAccessCollection.ID, number % MOST),
                    RefusedAccessCollection.document(number, entry),
                    new ReplaceOptions().upsert(true));
            return number;
        });
    }

    private long next() {
        Document latest = entries.findOneAndUpdate(
                Filters.eq(RefusedAccessCollection.ID, RefusedAccessCollection.LATEST),
                Updates.inc(RefusedAccessCollection.LATEST, 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(latest)
                .get(RefusedAccessCollection.LATEST, Number.class)
                .longValue();
    }

    @Override
    public boolean update(long number, RefusedAccess entry) {
        return available(() -> entries.replaceOne(
                                Filters.and(
                                        Filters.eq(RefusedAccessCollection.ID, number % MOST),
                                        Filters.eq(RefusedAccessCollection.NUMBER, number)),
                                RefusedAccessCollection.document(number, entry))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public List<Numbered> latest(long before, int limit) {
        return available(() -> entries.find(Filters.lt(RefusedAccessCollection.NUMBER, before))
                .sort(Sorts.descending(RefusedAccessCollection.NUMBER))
                .limit(limit)
                .map(RefusedAccessCollection::entry)
                .into(new ArrayList<>()));
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw SqliteRefusedAccess.unavailable(SOON, e);
        }
    }

    @Override
    public void close() {}
}
