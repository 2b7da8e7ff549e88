package vn.soto.ledger.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonValue;
import vn.soto.ledger.ChainCheck;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;

/**
 * Checks a ledger in MongoDB from end to end: every commit against the chain, its keys against its content, and heads
 * known from elsewhere. Nothing may be in the collection that is neither a commit nor a bar.
 */
public final class MongoLedgerCheck {

    private final MongoDatabase database;

    private MongoLedgerCheck(MongoDatabase database) {
        this.database = database;
    }

    /**
     * The tail of a sound ledger. Throws {@code Damaged} saying what is wrong first, {@link vn.soto.ledger.WrongLedger}
     * if the database holds none and {@code Unavailable} if it cannot be read.
     *
     * @param heads    commits it must hold, by number and chain
     * @param progress called now and then with what was checked so far
     */
    public static Tail of(MongoDatabase database, List<Head> heads, Consumer<Tail> progress) {
        MongoLedgerCheck check = new MongoLedgerCheck(database);
        MongoLayout.check(database, MongoLayout.originOf(database));
        Tail tail = ChainCheck.of(MongoLedgerReader.open(database), database.getName(), heads, progress);
        check.everyDocument(tail);
        return tail;
    }

    /** Counts documents in any order; commits recorded during the count are neither missed nor counted. */
    private void everyDocument(Tail tail) {
        long commits = 0;
        try {
            for (BsonDocument document : database.getCollection(MongoLayout.COMMITS, BsonDocument.class)
                    .find()
                    .batchSize(Commits.PAGE)) {
                BsonValue id = Objects.requireNonNull(document.get("_id"));
                require(
                        document.equals(asWritten(id, document)),
                        "tài liệu %1$s không như đã ghi / document %1$s is not as it is written".formatted(id));
                commits += id.isInt64() && id.asInt64().getValue() <= tail.number() ? 1 : 0;
            }
        } catch (MongoException e) {
            throw MongoLayout.unavailable(e);
        }
        require(commits == tail.number(), "số lần ghi không khớp / the number of commits does not match");
    }

    /** The document re-encoded from its content; it differs from the stored one only if that was altered. */
    private static BsonDocument asWritten(BsonValue id, BsonDocument document) {
        try {
            return id.isInt64()
                    ? CommitDocument.of(CommitDocument.commit(document), CommitDocument.fence(document))
                    : CommitDocument.bar(id.asString().getValue());
        } catch (BsonInvalidOperationException | IllegalArgumentException | LedgerException.CommitDamaged e) {
            return new BsonDocument();
        }
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new LedgerException.Damaged(database.getName() + ": " + complaint, null);
        }
    }
}
