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
 * The query processes that are alive, by the server's clock. Who holds more segments than its share lets go of them, who
 * holds less takes them; so one that comes is given its share, and that of one that goes or dies is taken over.
 */
public final class ProcessRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessRegistry.class);
    private static final String SEEN = "seen";
    private static final int MOST = 1000;

    /** What a dead process left is removed after this many times the timeout. */
    private static final int LONG_GONE = 100;

    private final ProgressDatabase database;
    private final ClaimSettings claims;
    private final List<String> projections;
    private volatile List<String> alive;
    private @Nullable ScheduledFuture<?> beating;

    /** @param projections names, in the order all processes have them */
    public ProcessRegistry(ProgressDatabase database, ClaimSettings claims, List<String> projections) {
        this.database = database;
        this.claims = claims;
        this.projections = projections;
        this.alive = List.of(claims.owner());
    }

    /** Announces this process now, and again and again. */
    public synchronized void start(ScheduledExecutorService scheduler) {
        long pause = claims.renewal().toMillis();
        beat();
        beating = scheduler.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** The others need not wait for this one any more. */
    public synchronized void stop() {
        if (beating != null) {
            beating.cancel(false);
            beating = null;
            attempt(() -> collection().deleteOne(Filters.eq(claims.owner())));
        }
    }

    /** How many segments of a projection this process may hold now. */
    public int share(String projection, int segments) {
        return SegmentShare.of(claims.owner(), alive, segments, projections.indexOf(projection));
    }

    /** The processes as seen at the last beat. */
    public List<String> alive() {
        return alive;
    }

    private synchronized void beat() {
        attempt(() -> {
            long now = announce();
            List<String> found = seenSince(now - claims.timeout().toMillis());
            if (!found.equals(alive)) {
                LOG.info("query processes: {}", found);
                alive = found;
            }
            long longGone = now - claims.timeout().multipliedBy(LONG_GONE).toMillis();
            collection().deleteMany(Filters.lt(SEEN, new BsonDateTime(longGone)));
        });
    }

    /** Milliseconds on the server's clock. */
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

    /** A store that does not answer changes nothing about who is alive; claims end by themselves. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (MongoException | IllegalStateException e) {
            LOG.warn("the query processes cannot be read or written; trying again", e);
        }
    }
}
