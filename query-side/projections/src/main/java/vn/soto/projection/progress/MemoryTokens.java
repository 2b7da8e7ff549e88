package vn.soto.projection.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in memory, which knows the segments of each processor. {@link InMemoryTokenStore} searches the tokens of all
 * processors for them, and each answer asks for those of every projection several times.
 */
final class MemoryTokens extends InMemoryTokenStore {

    private final Map<String, int[]> segments = new ConcurrentHashMap<>();

    @Override
    public int[] fetchSegments(String processor) {
        return segments.computeIfAbsent(processor, super::fetchSegments).clone();
    }

    @Override
    public void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        super.initializeTokenSegments(processor, count, initial);
        segments.remove(processor);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        super.initializeSegment(token, processor, segment);
        segments.remove(processor);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        super.deleteToken(processor, segment);
        segments.remove(processor);
    }
}
