package vn.soto.ledgerwriter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.mongo.KeyCollection;
import vn.soto.privacy.mongo.MongoSubjectKeyReader;

/**
 * Writes a key database. The server's journal and oplog hold copies of a destroyed key, wrapped, until they are
 * overwritten.
 */
public final class MongoSubjectKeys implements SubjectKeyWriter {

    /** Concurrent upserts of one new document may fail once with a duplicate key. */
    private static final int TRIES = 5;

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> keys;
    private final MongoSubjectKeyReader reader;
    private final Clock clock;

    /** @param database that was prepared; stays its owner's to close */
    public MongoSubjectKeys(MongoDatabase database, Clock clock) {
        this.keys = database.getCollection(KeyCollection.NAME, BsonDocument.class)
                .withWriteConcern(MongoConnection.DURABLE);
        this.reader = new MongoSubjectKeyReader(database);
        this.clock = clock;
    }

    @Override
    public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        wrapped.forEach((subject, key) -> writes.add(insertIfAbsent(
                subject,
                Updates.combine(
                        Updates.setOnInsert(KeyCollection.WRAPPED, new BsonBinary(key)),
                        Updates.setOnInsert(KeyCollection.SINCE, now())))));
        return written(writes, wrapped.keySet(), key -> true);
    }

    @Override
    public void destroy(Collection<Subject> subjects) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        for (Subject subject : subjects) {
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq(subject.toString()), Filters.exists(KeyCollection.WRAPPED)),
                    Updates.combine(
                            Updates.unset(KeyCollection.WRAPPED),
                            Updates.unset(KeyCollection.SINCE),
                            Updates.set(KeyCollection.DESTROYED, now()))));
            writes.add(insertIfAbsent(subject, Updates.setOnInsert(KeyCollection.DESTROYED, now())));
        }
        written(writes, Set.copyOf(subjects), StoredKey.Destroyed.class::isInstance);
    }

    @Override
    public byte[] proveIfAbsent(byte[] proof) {
        return writing(() -> {
            keys.updateOne(
                    Filters.eq(KeyCollection.MASTER),
                    Updates.setOnInsert(KeyCollection.PROOF, new BsonBinary(proof)),
                    UPSERT);
            return reader.proof().orElseThrow();
        });
    }

    private static WriteModel<BsonDocument> insertIfAbsent(Subject subject, Bson content) {
        return new UpdateOneModel<>(Filters.eq(subject.toString()), content, UPSERT);
    }

    private BsonDateTime now() {
        return new BsonDateTime(clock.instant().toEpochMilli());
    }

    private Map<Subject, StoredKey> written(
            List<WriteModel<BsonDocument>> writes, Set<Subject> subjects, Predicate<StoredKey> asWanted) {
        return writing(() -> {
            for (int tries = 1; ; tries++) {
                write(writes);
                Map<Subject, StoredKey> stored = reader.find(subjects);
                if (stored.keySet().containsAll(subjects)
                        && stored.values().stream().allMatch(asWanted)) {
                    return stored;
                }
                if (tries == TRIES) {
                    throw unavailable("others write the same keys", null);
                }
            }
        });
    }

    private void write(List<WriteModel<BsonDocument>> writes) {
        try {
            keys.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            Set<ErrorCategory> errors = e.getWriteErrors().stream()
                    .map(error -> error.getCategory())
                    .collect(Collectors.toSet());
            if (!errors.equals(Set.of(ErrorCategory.DUPLICATE_KEY))) {
                throw e;
            }
        }
    }

    private static <T> T writing(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (MongoException e) {
            throw unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static LedgerException unavailable(String reason, @Nullable MongoException cause) {
        return new LedgerException.Unavailable(
                "Không ghi được kho khóa. / The key store cannot be written: " + reason, Duration.ofSeconds(2), cause);
    }
}
