package vn.soto.projection.progress;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live query processes, by the server's clock. A process with more lanes than its share releases some, one with
 * fewer claims some. So a new process gets its share, and that of a stopped process is taken over.
 */
final class MongoProcessRegistry implements ProcessRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(MongoProcessRegistry.class);
    private static final String SEEN = "seen";
    private static final int MOST = 1000;

    /** The entry of a dead process is removed after this many timeouts. */
    private static final int LONG_GONE = 100;

    private final ProgressDatabase database;
    private final ClaimSettings claims;
    private final ServerClock clock;
    private volatile List<String> alive;
    private @Nullable ScheduledFuture<?> beating;

    /** @param clock read at each heartbeat */
    MongoProcessRegistry(ProgressDatabase database, ClaimSettings claims, ServerClock clock) {
        this.database = database;
        this.claims = claims;
        this.clock = clock;
        this.alive = List.of(claims.owner());
    }

    @Override
    public synchronized void start(ScheduledExecutorService scheduler) {
        long pause = claims.renewal().toMillis();
        beat();
        beating = scheduler.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Removes this process's entry, so that the others need not wait for its timeout. */
    @Override
    public synchronized void stop() {
        if (beating != null) {
            beating.cancel(false);
            beating = null;
            attempt(() -> collection().deleteOne(Filters.eq(claims.owner())));
        }
    }

    @Override
    public int share(int lanes) {
        return LaneShare.of(claims.owner(), alive, lanes);
    }

    /** The live processes at the last heartbeat. */
    @Override
    public List<String> alive() {
        return alive;
    }

    private synchronized void beat() {
        attempt(() -> {
            long now = announce();
            clock.read(now);
            List<String> found = seenSince(now - claims.timeout().toMillis());
            if (!found.equals(alive)) {
                LOG.info("query processes: {}", found);
                alive = found;
            }
            long longGone = now - claims.timeout().multipliedBy(LONG_GONE).toMillis();
            collection().deleteMany(Filters.lt(SEEN, new BsonDateTime(longGone)));
        });
    }

    /** The server's clock in milliseconds. */
    private long announce() {
        BsonDocument me = collection()
                .findOneAndUpdate(
                        Filters.eq(claims.owner()),
                        Updates.currentDate(SEEN),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(me, "what was just written")
                .getDateTime(SEEN)
                .getValue();
    }

    private List<String> seenSince(long moment) {
        return StreamSupport.stream(collection().find().batchSize(MOST).spliterator(), false)
                .filter(process -> process.getDateTime(SEEN).getValue() > moment)
                .map(process -> process.getString("_id").getValue())
                .sorted()
                .toList();
    }

    private MongoCollection<BsonDocument> collection() {
        return database.processes().withDocumentClass(BsonDocument.class);
    }

    /** A failure of the store leaves the known processes unchanged; claims expire by themselves. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (MongoException | IllegalStateException e) {
            LOG.warn("the query processes cannot be read or written; trying again", e);
        }
    }
}
