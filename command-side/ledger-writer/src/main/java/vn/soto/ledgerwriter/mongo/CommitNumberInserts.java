package vn.soto.ledgerwriter.mongo;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.CommitDocument;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerReader;

/**
 * Inserts commits at their numbers; each number is taken once. The stored commits alone decide the result of an insert,
 * whether the server replied or not.
 */
final class CommitNumberInserts {

    private static final Logger LOG = LoggerFactory.getLogger(CommitNumberInserts.class);
    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    private final MongoCollection<BsonDocument> commits;
    private final MongoLedgerReader reader;

    /** Inserts without a reply, whether they were applied or not. */
    private final Counter doubtful;

    CommitNumberInserts(MongoDatabase database, MongoLedgerReader reader, MeterRegistry meters) {
        this.commits = database.getCollection(MongoLayout.COMMITS, BsonDocument.class)
                .withWriteConcern(MongoConnection.DURABLE);
        this.reader = reader;
        this.doubtful = meters.counter("soto.ledger.append.doubtful");
    }

    /** The number of commits that are stored. The rest is not written and never will be. */
    record Landed(int count) {}

    /** The first {@code landed} commits are stored; whether the rest is, could not be determined in time. */
    static final class Doubt extends Exception {
        private final int landed;

        Doubt(int landed, Exception cause) {
            super(cause);
            this.landed = landed;
        }

        int landed() {
            return landed;
        }
    }

    /**
     * Inserts commits in order, each at its number, until all are stored or one cannot be. One cannot if another commit
     * has its number, or one of its keys is taken.
     *
     * @param mayInsert called before each insert; if false, nothing more is sent
     */
    Landed take(List<Commit> group, long fence, BooleanSupplier mayInsert, Backoff backoff) throws Doubt {
        List<BsonDocument> documents =
                group.stream().map(commit -> CommitDocument.of(commit, fence)).toList();
        int landed = 0;
        Exception doubt = null;
        while (true) {
            if (!mayInsert.getAsBoolean()) {
                return settled(landed, doubt);
            }
            boolean refused = false;
            try {
                commits.insertMany(documents.subList(landed, documents.size()), ORDERED);
                return new Landed(group.size());
            } catch (MongoException e) {
                refused = isRefusal(e);
                if (!refused) {
                    LOG.warn("an insert was not answered; looking at the ledger to see whether it landed", e);
                    doubt = e;
                }
            }
            try {
                int before = landed;
                landed = landed(group, landed);
                // The driver resends an insert by itself: then its own documents cause the refusal.
                doubtful.increment(!refused || landed > before ? 1 : 0);
                if (landed == group.size() || cannotBeStored(group.get(landed), refused && landed == before)) {
                    return new Landed(landed);
                }
            } catch (MongoException | LedgerException.Unavailable e) {
                doubt = e;
            }
            if (backoff.isOver()) {
                return settled(landed, doubt);
            }
            backoff.pause();
        }
    }

    private static Landed settled(int landed, @Nullable Exception doubt) throws Doubt {
        if (doubt != null) {
            throw new Doubt(landed, doubt);
        }
        return new Landed(landed);
    }

    /**
     * Whether the server refused the documents because a number or a key is taken. After any other error they may be
     * stored.
     */
    private static boolean isRefusal(MongoException e) {
        return e instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** The length of the stored prefix of the group, of which {@code from} commits are known to be stored. */
    private int landed(List<Commit> group, int from) {
        Map<Long, UUID> stored = reader.ids(group.get(from).number(), group.size() - from);
        int landed = from;
        while (landed < group.size()
                && group.get(landed).id().equals(stored.get(group.get(landed).number()))) {
            landed++;
        }
        return landed;
    }

    /**
     * Whether another commit has the number, or none has although this one was refused, which means that one of its
     * keys is taken. Read from the one server that holds every acknowledged write.
     */
    private boolean cannotBeStored(Commit commit, boolean refused) {
        Optional<UUID> standing = at(commit.number());
        return standing.isEmpty() ? refused : !standing.get().equals(commit.id());
    }

    /** The id of the commit at that number, by a linearizable read. */
    Optional<UUID> at(long number) {
        BsonDocument found = commits.withReadConcern(ReadConcern.LINEARIZABLE)
                .find(Filters.eq(number))
                .projection(Projections.include("id"))
                .maxTime(10, SECONDS)
                .first();
        return Optional.ofNullable(found).map(CommitDocument::id);
    }

    /** The fence of the last commit, 1 for an empty ledger: no earlier holder can still write a later number. */
    private long fenceOf(long number) {
        BsonDocument found = commits.find(Filters.eq(number))
                .projection(Projections.include(CommitDocument.FENCE))
                .first();
        return found == null ? 1 : Math.max(1, CommitDocument.fence(found));
    }

    /**
     * Takes the next number's key for every fence before {@code fence}. So any insert that a previous holder of the
     * lease still sends is refused, however late it arrives. When this returns, no such insert is in progress.
     */
    void bar(long fence) {
        boolean barred = false;
        while (!barred) {
            long last = reader.tail().number();
            for (long earlier = fenceOf(last); earlier < fence; earlier++) {
                bar(last + 1, earlier);
            }
            barred = at(last + 1).isEmpty();
        }
    }

    private void bar(long number, long fence) {
        String turn = CommitDocument.turn(number, fence);
        try {
            commits.insertOne(CommitDocument.bar(turn));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
