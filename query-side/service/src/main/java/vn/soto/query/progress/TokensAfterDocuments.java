package vn.soto.query.progress;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and claims, kept with the read models. A token is stored once the documents of its batch are: whatever dies in
 * between leaves a token that lags, and what is folded again changes nothing. The other way round would lose documents.
 */
public final class TokensAfterDocuments extends MongoTokenStore {

    private final Map<String, Integer> segments;
    private final Map<String, AtomicLong> claims = new ConcurrentHashMap<>();

    /** @param segments how many each projection has */
    public TokensAfterDocuments(ProgressDatabase database, Claims claims, Map<String, Integer> segments) {
        super(MongoTokenStore.builder()
                .mongoTemplate(database)
                .serializer(new TokenSerializer())
                .nodeId(claims.owner())
                .claimTimeout(claims.timeout()));
        this.segments = segments;
    }

    /** In the commit phase; documents are written before, in the one that prepares it. A failure fails the batch. */
    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().onCommit(work -> super.storeToken(token, processor, segment));
        } else {
            super.storeToken(token, processor, segment);
        }
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = super.fetchToken(processor, segment);
        counter(processor).incrementAndGet();
        return token;
    }

    /** Grows with each segment of a projection this process comes to run: what it knows of others' work is old then. */
    long claims(String processor) {
        return counter(processor).get();
    }

    private AtomicLong counter(String processor) {
        return claims.computeIfAbsent(processor, p -> new AtomicLong());
    }

    /** Whoever dies or comes in at the same time leaves nothing half-begun: a segment that is there stays as it is. */
    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        IntStream.range(0, count).forEach(segment -> {
            try {
                initializeSegment(initial, processor, segment);
            } catch (UnableToInitializeTokenException e) {
                // Somebody else made it.
            }
        });
    }

    /** None until all are there: which events are a segment's is told from the list of all. */
    @Override
    public int[] fetchSegments(String processor) {
        int[] found = super.fetchSegments(processor);
        return found.length < segments.getOrDefault(processor, 1) ? new int[0] : found;
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return fetchSegments(processor).length == 0 ? List.of() : super.fetchAvailableSegments(processor);
    }
}
