package vn.soto.projection.progress;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import vn.soto.projection.source.CommitToken;

/**
 * The lanes in the database of the read models, a document each. A lane's token is stored after the documents of its
 * batch, so after a crash between the two it lags. Then projecting the events again changes nothing. Claims are made,
 * renewed and judged by the server's clock.
 */
final class MongoLanes implements LaneStore {

    private static final String TRACKER = "tracker";
    private static final String LANE = "lane";
    private static final String OWNER = "owner";
    private static final String CLAIMED = "claimed";
    private static final String NUMBER = "folded.number";
    private static final String CHAIN = "folded.chain";
    private static final String RETRIES = "retries";
    private static final int AT_ONCE = 1_000;

    /** Bounds how long a process that lost a claim continues unaware, apart from its current batch. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration KEPT = Duration.ofMillis(20);

    private final MongoCollection<BsonDocument> stored;
    private final String tracker;
    private final ClaimSettings claims;
    private final ServerClock clock;
    private final CommitToken beginning;
    private final AtomicLong claimed;
    private final Map<Integer, Long> storedAt = new ConcurrentHashMap<>();
    private List<LaneProgress> known = List.of();
    private long readAt = System.nanoTime() - KEPT.toNanos();

    /** @param claimed counts the claims by this process, which outdate its caches of the work of others */
    MongoLanes(
            ProgressDatabase database,
            String tracker,
            ClaimSettings claims,
            ServerClock clock,
            CommitToken beginning,
            AtomicLong claimed) {
        this.stored = database.lanes().withDocumentClass(BsonDocument.class);
        this.tracker = tracker;
        this.claims = claims;
        this.clock = clock;
        this.beginning = beginning;
        this.claimed = claimed;
    }

    private String id(int lane) {
        return tracker + "/" + lane;
    }

    @Override
    public synchronized List<LaneProgress> lanes() {
        if (System.nanoTime() - readAt >= KEPT.toNanos()) {
            known = read();
            readAt = System.nanoTime();
        }
        return known;
    }

    private List<LaneProgress> read() {
        long forgotten = clock.millis() - claims.timeout().multipliedBy(2).toMillis();
        List<LaneProgress> lanes = new ArrayList<>();
        for (BsonDocument lane : stored.find(Filters.eq(TRACKER, tracker)).batchSize(AT_ONCE)) {
            lanes.add(new LaneProgress(
                    lane.getInt32(LANE).getValue(),
                    lane.isString(OWNER) ? lane.getString(OWNER).getValue() : null,
                    lane.getDateTime(CLAIMED).getValue() <= forgotten,
                    token(lane),
                    retries(lane)));
        }
        lanes.sort(Comparator.comparingInt(LaneProgress::lane));
        return List.copyOf(lanes);
    }

    private static CommitToken token(BsonDocument lane) {
        BsonDocument folded = lane.getDocument("folded");
        return new CommitToken(
                folded.getInt64("number").getValue(), folded.getString("chain").getValue());
    }

    private static Map<String, Integer> retries(BsonDocument lane) {
        Map<String, Integer> requested = new HashMap<>();
        lane.getDocument(RETRIES, new BsonDocument())
                .forEach((projection, count) ->
                        requested.put(projection, count.asNumber().intValue()));
        return requested;
    }

    @Override
    public Optional<CommitToken> claim(int lane) {
        create(lane);
        BsonDateTime expired =
                new BsonDateTime(clock.millis() - claims.timeout().toMillis());
        BsonDocument mine = stored.findOneAndUpdate(
                Filters.and(
                        Filters.eq(id(lane)),
                        Filters.or(
                                Filters.eq(OWNER, claims.owner()),
                                Filters.eq(OWNER, null),
                                Filters.lt(CLAIMED, expired))),
                Updates.combine(Updates.set(OWNER, claims.owner()), Updates.currentDate(CLAIMED)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (mine == null) {
            return Optional.empty();
        }
        claimed.incrementAndGet();
        storedAt.remove(lane);
        return Optional.of(token(mine));
    }

    /** Processes that create it at once leave one. */
    private void create(int lane) {
        try {
            stored.updateOne(
                    Filters.eq(id(lane)),
                    Updates.combine(
                            Updates.setOnInsert(TRACKER, tracker),
                            Updates.setOnInsert(LANE, lane),
                            Updates.setOnInsert(OWNER, null),
                            Updates.setOnInsert(CLAIMED, new BsonDateTime(0)),
                            Updates.setOnInsert(NUMBER, beginning.number()),
                            Updates.setOnInsert(CHAIN, beginning.chain())),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void store(int lane, CommitToken token) {
        Long last = storedAt.get(lane);
        if (last == null || System.nanoTime() - last >= PAUSE.toNanos()) {
            renew(lane, token);
        }
    }

    @Override
    public void renew(int lane, CommitToken token) {
        if (!write(lane, token, Updates.currentDate(CLAIMED))) {
            throw new LaneLostException(id(lane));
        }
        storedAt.put(lane, System.nanoTime());
    }

    @Override
    public void release(int lane, CommitToken token) {
        write(lane, token, Updates.set(OWNER, null));
    }

    private boolean write(int lane, CommitToken token, Bson claim) {
        return stored.updateOne(
                                Filters.and(Filters.eq(id(lane)), Filters.eq(OWNER, claims.owner())),
                                Updates.combine(
                                        Updates.set(NUMBER, token.number()), Updates.set(CHAIN, token.chain()), claim))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public void requestRetry(String projection) {
        stored.updateMany(Filters.eq(TRACKER, tracker), Updates.inc(RETRIES + "." + projection, 1));
        forget();
    }

    private synchronized void forget() {
        readAt = System.nanoTime() - KEPT.toNanos();
    }
}
