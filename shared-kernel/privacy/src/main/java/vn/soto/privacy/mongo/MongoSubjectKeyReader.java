package vn.soto.privacy.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKeyReader;

/** Reads a key database; majority reads, as its connection says. */
public final class MongoSubjectKeyReader implements SubjectKeyReader {

    private static final int AT_ONCE = 500;

    private final MongoCollection<BsonDocument> keys;

    /** @param database stays its owner's to close; see {@link vn.soto.ledger.mongo.MongoConnection} */
    public MongoSubjectKeyReader(MongoDatabase database) {
        this.keys = database.getCollection(KeyCollection.NAME, BsonDocument.class);
    }

    @Override
    public Map<Subject, StoredKey> find(Collection<Subject> subjects) {
        return reading(() -> {
            Map<Subject, StoredKey> found = new HashMap<>();
            List<String> ids = KeyCollection.ids(subjects);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                keys.find(Filters.in("_id", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))))
                        .batchSize(AT_ONCE)
                        .forEach(document -> KeyCollection.key(document)
                                .ifPresent(key -> found.put(
                                        Subject.parse(document.getString("_id").getValue()), key)));
            }
            return found;
        });
    }

    @Override
    public SequencedMap<String, StoredKey> after(String name, int limit) {
        return reading(() -> {
            SequencedMap<String, StoredKey> entries = new LinkedHashMap<>();
            keys.find(Filters.and(Filters.gt("_id", name), Filters.ne("_id", KeyCollection.MASTER)))
                    .sort(Sorts.ascending("_id"))
                    .limit(limit)
                    .batchSize(limit)
                    .forEach(document -> entries.put(
                            document.getString("_id").getValue(),
                            KeyCollection.key(document).orElseGet(() -> new StoredKey.Wrapped(new byte[0]))));
            return entries;
        });
    }

    @Override
    public Optional<byte[]> proof() {
        return reading(() -> KeyCollection.proof(
                keys.find(Filters.eq(KeyCollection.MASTER)).batchSize(1).first()));
    }

    private static <T> T reading(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MongoException e) {
            throw new LedgerException.Unavailable(
                    "Không đọc được kho khóa. / The key store cannot be read: " + e.getMessage(),
                    Duration.ofSeconds(2),
                    e);
        }
    }
}
