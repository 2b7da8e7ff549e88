package vn.soto.ledgerwriter.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledgerwriter.kept.KeptText;
import vn.soto.ledgerwriter.kept.KeptTexts;

/**
 * Kept texts in a collection that all nodes share. A text is emptied by the product, whose user removes no document; the server
 * removes what is left of it when it has ended.
 */
public final class MongoKeptTexts implements KeptTexts {

    public static final String NAME = "kept-texts";
    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String TEXT = "text";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final MongoCollection<Document> texts;

    /** @param database that was prepared; stays its owner's to close */
    public MongoKeptTexts(MongoDatabase database) {
        this.texts = database.getCollection(NAME).withWriteConcern(MongoConnection.DURABLE);
    }

    /** Creates what is missing, so that database users need no right to create. */
    public static void prepare(MongoDatabase database) {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(NAME)) {
            database.createCollection(NAME);
        }
        database.getCollection(NAME)
                .createIndex(Indexes.ascending(UNTIL), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public void keep(KeptText text) {
        String id = text.id().toString();
        var _ = available(() -> texts.replaceOne(
                Filters.eq(ID, id),
                new Document(ID, id)
                        .append(OWNER, text.owner())
                        .append(UNTIL, Date.from(text.until()))
                        .append(TEXT, text.text()),
                new ReplaceOptions().upsert(true)));
    }

    @Override
    public List<KeptText> of(String owner, Instant now) {
        return available(() -> texts.find(
                        Filters.and(Filters.eq(OWNER, owner), Filters.gt(UNTIL, Date.from(now)), Filters.exists(TEXT)))
                .sort(Sorts.ascending(UNTIL, ID))
                .map(document -> new KeptText(
                        UUID.fromString(document.getString(ID)),
                        owner,
                        document.getDate(UNTIL).toInstant(),
                        document.getString(TEXT)))
                .into(new ArrayList<>()));
    }

    @Override
    public void remove(UUID id, String owner) {
        empty(Filters.and(Filters.eq(ID, id.toString()), Filters.eq(OWNER, owner)));
    }

    @Override
    public void removeEnded(Instant now) {
        empty(Filters.and(Filters.lte(UNTIL, Date.from(now)), Filters.exists(TEXT)));
    }

    private void empty(Bson which) {
        var _ = available(() -> texts.updateMany(which, Updates.unset(TEXT)));
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new LedgerException.Unavailable(
                    "Không dùng được kho các dòng để lại. / The store of rows left out cannot be used: "
                            + e.getMessage(),
                    SOON,
                    e);
        }
    }
}
