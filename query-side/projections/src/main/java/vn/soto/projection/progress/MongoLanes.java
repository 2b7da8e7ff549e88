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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/**
 * A tracker's lanes in the database of the read models, in one document, which is its lease. A lane's token is stored after the
 * documents of its batch, so after a crash between the two it lags. Then projecting the events again changes nothing.
 * Each renewal counts. A claim is free to a process that has seen its count unchanged for the timeout. It measures that by its
 * own clock, which never jumps: no time of day is compared.
 */
final class MongoLanes implements LaneStore {

    private static final String OWNER = "owner";
    private static final String RENEWALS = "renewals";
    private static final String FOLDED = "folded";
    private static final String NUMBER = "number";
    private static final String CHAIN = "chain";
    private static final String RETRIES = "retries";

    /** Bounds how long a process that lost its claim continues unaware, apart from its current batch. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration KEPT = Duration.ofMillis(20);

    private final MongoCollection<BsonDocument> stored;
    private final String tracker;
    private final int lanes;
    private final ClaimSettings claims;
    private final LongSupplier nanos;
    private final CommitToken beginning;
    private final AtomicLong claimed;
    private final Map<Integer, Long> storedAt = new ConcurrentHashMap<>();
    private Optional<TrackerProgress> known = Optional.empty();
    private long readAt;
    private @Nullable Sight sight;

    /** A claim, and when this process first saw it in that state. */
    private record Sight(BsonValue owner, BsonValue renewals, long since) {}

    /**
     * @param nanos   a clock that never jumps
     * @param claimed counts the claims by this process, which outdate its caches of the work of others
     */
    MongoLanes(
            ProgressDatabase database,
            String tracker,
            int lanes,
            ClaimSettings claims,
            LongSupplier nanos,
            CommitToken beginning,
            AtomicLong claimed) {
        this.stored = database.trackers().withDocumentClass(BsonDocument.class);
        this.tracker = tracker;
        this.lanes = lanes;
        this.claims = claims;
        this.nanos = nanos;
        this.beginning = beginning;
        this.claimed = claimed;
        this.readAt = nanos.getAsLong() - KEPT.toNanos();
    }

    @Override
    public synchronized Optional<TrackerProgress> progress() {
        if (nanos.getAsLong() - readAt >= KEPT.toNanos()) {
            known = find().map(this::progress);
            readAt = nanos.getAsLong();
        }
        return known;
    }

    private Optional<BsonDocument> find() {
        return Optional.ofNullable(stored.find(Filters.eq(tracker)).batchSize(1).first());
    }

    private TrackerProgress progress(BsonDocument now) {
        boolean abandoned = isUnchangedFor(claims.timeout().multipliedBy(2), now);
        BsonValue owner = owner(now);
        return new TrackerProgress(
                owner.isString() ? owner.asString().getValue() : null, abandoned, tokens(now), retries(now));
    }

    private static BsonValue owner(BsonDocument now) {
        return now.get(OWNER, BsonNull.VALUE);
    }

    /** Whether this process has seen the claim in this state, at its looks, for so long. */
    private synchronized boolean isUnchangedFor(Duration time, BsonDocument now) {
        Sight before = sight;
        if (before == null || !before.renewals.equals(now.get(RENEWALS)) || !before.owner.equals(owner(now))) {
            before = new Sight(owner(now), now.getInt64(RENEWALS), nanos.getAsLong());
            sight = before;
        }
        return nanos.getAsLong() - before.since >= time.toNanos();
    }

    private List<CommitToken> tokens(BsonDocument now) {
        return IntStream.range(0, lanes)
                .mapToObj(lane -> now.getDocument(FOLDED).getDocument(Integer.toString(lane)))
                .map(token -> new CommitToken(
                        token.getInt64(NUMBER).getValue(),
                        token.getString(CHAIN).getValue()))
                .toList();
    }

    private static Map<String, Integer> retries(BsonDocument now) {
        Map<String, Integer> requested = new HashMap<>();
        now.getDocument(RETRIES, new BsonDocument())
                .forEach((projection, count) ->
                        requested.put(projection, count.asNumber().intValue()));
        return requested;
    }

    @Override
    public Optional<List<CommitToken>> claim() {
        create();
        return find().filter(this::isFree).flatMap(this::take);
    }

    private boolean isFree(BsonDocument now) {
        BsonValue owner = owner(now);
        boolean nobodys = owner.isNull() || owner.asString().getValue().equals(claims.owner());
        return nobodys || isUnchangedFor(claims.timeout(), now);
    }

    /** If nobody has claimed or renewed it since. */
    private Optional<List<CommitToken>> take(BsonDocument seen) {
        BsonDocument mine = stored.findOneAndUpdate(
                Filters.and(
                        Filters.eq(tracker),
                        Filters.eq(OWNER, owner(seen)),
                        Filters.eq(RENEWALS, seen.getInt64(RENEWALS))),
                Updates.combine(Updates.set(OWNER, claims.owner()), Updates.inc(RENEWALS, 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (mine == null) {
            return Optional.empty();
        }
        claimed.incrementAndGet();
        storedAt.clear();
        return Optional.of(tokens(mine));
    }

    /** Processes that create it at once leave one. */
    private void create() {
        List<Bson> first = new ArrayList<>();
        first.add(Updates.setOnInsert(OWNER, null));
        first.add(Updates.setOnInsert(RENEWALS, 0L));
        IntStream.range(0, lanes).forEach(lane -> {
            first.add(Updates.setOnInsert(place(lane, NUMBER), beginning.number()));
            first.add(Updates.setOnInsert(place(lane, CHAIN), beginning.chain()));
        });
        try {
            stored.updateOne(Filters.eq(tracker), Updates.combine(first), new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static String place(int lane, String field) {
        return FOLDED + "." + lane + "." + field;
    }

    private static List<Bson> progress(int lane, CommitToken token) {
        return List.of(
                Updates.set(place(lane, NUMBER), token.number()), Updates.set(place(lane, CHAIN), token.chain()));
    }

    private static List<Bson> progress(List<CommitToken> tokens) {
        return IntStream.range(0, tokens.size())
                .mapToObj(lane -> progress(lane, tokens.get(lane)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void store(int lane, CommitToken token) {
        Long last = storedAt.get(lane);
        if (last == null || nanos.getAsLong() - last >= PAUSE.toNanos()) {
            renew(Updates.combine(progress(lane, token)));
            storedAt.put(lane, nanos.getAsLong());
        }
    }

    @Override
    public void renew(List<CommitToken> tokens) {
        renew(Updates.combine(progress(tokens)));
    }

    private void renew(Bson progress) {
        if (!write(progress)) {
            throw new LaneLostException(tracker);
        }
    }

    @Override
    public void release(List<CommitToken> tokens) {
        write(Updates.combine(Updates.combine(progress(tokens)), Updates.set(OWNER, null)));
    }

    private boolean write(Bson change) {
        return stored.updateOne(
                                Filters.and(Filters.eq(tracker), Filters.eq(OWNER, claims.owner())),
                                Updates.combine(change, Updates.inc(RENEWALS, 1L)))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public void requestRetry(String projection) {
        stored.updateOne(Filters.eq(tracker), Updates.inc(RETRIES + "." + projection, 1));
        forget();
    }

    private synchronized void forget() {
        readAt = nanos.getAsLong() - KEPT.toNanos();
    }
}
