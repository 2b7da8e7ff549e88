package vn.soto.ledger.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WrongLedgerException;

/**
 * The collections of a ledger; a database holds one ledger. Preparing the database creates them; readers and writers
 * only check them and need no right to create.
 */
public final class MongoLayout {

    public static final String COMMITS = "commits";
    public static final String LEDGER = "ledger";
    public static final String LEASE = "lease";

    /** The one document of {@link #LEDGER}, and of {@link #LEASE}. */
    public static final String IDENTITY = "ledger";

    public static final String WRITER = "writer";

    private static final int FORMAT = 1;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private MongoLayout() {}

    /**
     * Creates missing collections and indexes and changes nothing that exists; {@link WrongLedgerException} if the
     * database holds another ledger.
     */
    public static void prepare(MongoDatabase database, String origin) {
        MongoDatabase durable = database.withWriteConcern(MongoConnection.DURABLE);
        durable.getCollection(COMMITS).createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        insertIfAbsent(durable, LEDGER, IDENTITY, Updates.combine(set("origin", origin), set("format", FORMAT)));
        insertIfAbsent(
                durable,
                LEASE,
                WRITER,
                Updates.combine(
                        set("fence", 0L), set("holder", ""), set("renewed", new BsonDateTime(0)), set("renewals", 0L)));
        check(database, origin);
    }

    private static Bson set(String field, Object value) {
        return Updates.setOnInsert(field, value);
    }

    private static void insertIfAbsent(MongoDatabase database, String collection, String id, Bson content) {
        database.getCollection(collection).updateOne(Filters.eq(id), content, UPSERT);
    }

    /** {@link WrongLedgerException} if the database holds another ledger, or was not prepared; its message says what to do. */
    public static void check(MongoDatabase database, String origin) {
        String stored = originOf(database);
        if (!stored.equals(origin)) {
            throw WrongLedgerException.other(
                    "Cơ sở dữ liệu " + database.getName(), "Database " + database.getName(), stored, origin);
        }
        if (!hasUniqueKeys(database.getCollection(COMMITS))) {
            throw unprepared(database);
        }
    }

    /** The origin of the ledger in a database; {@link WrongLedgerException} if there is none, or one of a newer format. */
    public static String originOf(MongoDatabase database) {
        BsonDocument identity = identity(database);
        if (identity == null) {
            throw unprepared(database);
        }
        if (identity.get("format", new BsonInt32(0)).asNumber().intValue() > FORMAT) {
            throw new WrongLedgerException("""
                    Sổ cái %1$s do một phiên bản mới hơn của Sổ Tổ ghi; hãy chạy phiên bản đó. \
                    / Ledger %1$s was written by a newer version of Sổ Tổ; run that version.""".formatted(database.getName()));
        }
        return identity.getString("origin", new BsonString("")).getValue();
    }

    private static @Nullable BsonDocument identity(MongoDatabase database) {
        try {
            return database.getCollection(LEDGER, BsonDocument.class)
                    .find(Filters.eq(IDENTITY))
                    .first();
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    private static boolean hasUniqueKeys(MongoCollection<Document> commits) {
        try {
            for (Document index : commits.listIndexes()) {
                if (isUniqueOverAll(index)) {
                    return true;
                }
            }
            return false;
        } catch (MongoCommandException e) {
            return false;
        } catch (MongoException e) {
            throw unavailable(e);
        }
    }

    /** A partial or sparse index would leave commits out, and two could have one number. */
    static boolean isUniqueOverAll(Document index) {
        return index.get("key", Document.class).keySet().equals(Set.of("keys"))
                && Boolean.TRUE.equals(index.getBoolean("unique"))
                && !Boolean.TRUE.equals(index.getBoolean("sparse"))
                && !index.containsKey("partialFilterExpression");
    }

    private static WrongLedgerException unprepared(MongoDatabase database) {
        return new WrongLedgerException("""
                Cơ sở dữ liệu %1$s chưa được chuẩn bị; hãy chạy deploy/bin/prepare-mongodb. \
                / Database %1$s is not prepared; run deploy/bin/prepare-mongodb.""".formatted(database.getName()));
    }

    static LedgerException unavailable(MongoException cause) {
        return new LedgerException.Unavailable(
                "Không đọc được sổ cái trong MongoDB. / The ledger in MongoDB cannot be read.",
                Duration.ofSeconds(2),
                cause);
    }
}
