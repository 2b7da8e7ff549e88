package vn.soto.projection.progress;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stores tokens and claims with the read models. A token is stored after the documents of its batch. After a crash
 * between the two the token lags, and projecting the events again changes nothing. The reverse order would lose
 * documents.
 */
public final class TokensAfterDocuments extends MongoTokenStore {

    /** Also bounds how long a process that lost a claim continues unaware, apart from its current batch. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final MongoCollection<Document> tokens;
    private final int segments;
    private final AtomicLong claims = new AtomicLong();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    /** @param segments number of segments of the tracker */
    public TokensAfterDocuments(ProgressDatabase database, ClaimSettings claims, int segments) {
        super(MongoTokenStore.builder()
                .mongoTemplate(database)
                .serializer(new TokenSerializer())
                .nodeId(claims.owner())
                .claimTimeout(claims.timeout()));
        this.tokens = database.trackingTokensCollection();
        this.segments = segments;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        latest(processor, segment).storeNow(token);
    }

    /** As {@link #storeToken}, but of batches in quick succession only some store their token. */
    void storeSoon(TrackingToken token, String processor, int segment) {
        latest(processor, segment).store(token);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        if (!latest(processor, segment).storeHeld()) {
            super.extendClaim(processor, segment);
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        try {
            latest(processor, segment).storeHeld();
        } catch (UnableToClaimTokenException e) {
            // Another process holds the segment and these documents; it continues from an earlier token.
        }
        super.releaseClaim(processor, segment);
    }

    private Latest latest(String processor, int segment) {
        return latest.computeIfAbsent(processor + "/" + segment, key -> new Latest(processor, segment));
    }

    /** The progress of a segment, stored from time to time: a token that lags loses nothing. */
    private final class Latest {

        private final String processor;
        private final int segment;
        private @Nullable TrackingToken held;
        private long storedAt = System.nanoTime() - PAUSE.toNanos();

        private Latest(String processor, int segment) {
            this.processor = processor;
            this.segment = segment;
        }

        synchronized void store(TrackingToken token) {
            if (System.nanoTime() - storedAt < PAUSE.toNanos()) {
                held = token;
            } else {
                storeNow(token);
            }
        }

        synchronized void storeNow(@Nullable TrackingToken token) {
            TokensAfterDocuments.super.storeToken(token, processor, segment);
            held = null;
            storedAt = System.nanoTime();
        }

        /** Stores the held token; returns false if there is none. */
        synchronized boolean storeHeld() {
            if (held == null) {
                return false;
            }
            storeNow(held);
            return true;
        }

        synchronized void forget() {
            held = null;
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        latest(processor, segment).forget();
        TrackingToken token = super.fetchToken(processor, segment);
        claims.incrementAndGet();
        return token;
    }

    /** Number of claims by this process; a change invalidates what it has cached of other processes' work. */
    long claims() {
        return claims.get();
    }

    /**
     * Creates missing segments and leaves existing ones unchanged, so that crashes and concurrent starts are harmless.
     */
    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        IntStream.range(0, count).forEach(segment -> {
            try {
                initializeSegment(initial, processor, segment);
            } catch (UnableToInitializeTokenException e) {
                // Another process created it.
            }
        });
    }

    /**
     * Empty until all segments exist: the events of a segment follow from the list of all. A tracker that had more
     * segments in an earlier version of the product begins anew, over the documents that are there.
     */
    @Override
    public int[] fetchSegments(String processor) {
        int[] found = super.fetchSegments(processor);
        if (found.length > segments) {
            tokens.deleteMany(Filters.eq(MongoProgress.PROCESSOR, processor));
        }
        return found.length == segments ? found : new int[0];
    }
}
