package vn.soto.projection.progress;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import vn.soto.projection.source.CommitToken;

/**
 * Reads the progress of every segment, in any process, without claiming it. Axon stores a token only with a batch, so a
 * segment without events of its own would appear to lag. Each process therefore stores its progress beside the token.
 */
final class MongoProgress implements ProjectionProgress {

    static final String PROCESSOR = "processorName";
    private static final String SEGMENT = "segment";
    private static final String OWNER = "owner";
    private static final String NUMBER = "folded.number";
    private static final String CHAIN = "folded.chain";
    private static final String RETRIES = "retries";
    private static final int AT_ONCE = 1000;
    private static final Duration KEPT = Duration.ofMillis(20);

    private final ProgressDatabase database;
    private final CommitToken beginning;
    private final Serializer serializer = new TokenSerializer();
    private Map<String, List<SegmentProgress>> known = Map.of();
    private long readAt = System.nanoTime() - KEPT.toNanos();

    /** @param beginning token before the first commit */
    MongoProgress(ProgressDatabase database, CommitToken beginning) {
        this.database = database;
        this.beginning = beginning;
    }

    @Override
    public CommitToken beginning() {
        return beginning;
    }

    /** Slightly out of date; for its own segments a process has newer state. */
    @Override
    public synchronized List<SegmentProgress> of(String tracker) {
        if (System.nanoTime() - readAt >= KEPT.toNanos()) {
            known = read();
            readAt = System.nanoTime();
        }
        return known.getOrDefault(tracker, List.of());
    }

    @Override
    public void requestRetry(String tracker, String projection) {
        database.trackingTokensCollection()
                .updateMany(Filters.eq(PROCESSOR, tracker), Updates.inc(RETRIES + "." + projection, 1));
        forget();
    }

    private synchronized void forget() {
        readAt = System.nanoTime() - KEPT.toNanos();
    }

    private Map<String, List<SegmentProgress>> read() {
        Map<String, List<SegmentProgress>> found = new HashMap<>();
        database.trackingTokensCollection()
                .find()
                .batchSize(AT_ONCE)
                .forEach(document -> found.computeIfAbsent(document.getString(PROCESSOR), p -> new ArrayList<>())
                        .add(segment(document)));
        return found;
    }

    private SegmentProgress segment(Document document) {
        return new SegmentProgress(
                document.getInteger(SEGMENT),
                document.getString(OWNER),
                Instant.ofEpochMilli(document.getLong("timestamp")),
                ProjectionProgress.later(token(document), noted(document)),
                retries(document));
    }

    private static Map<String, Integer> retries(Document document) {
        Map<String, Integer> requested = new HashMap<>();
        if (document.get(RETRIES) instanceof Document counts) {
            counts.forEach((projection, count) -> requested.put(projection, (Integer) count));
        }
        return requested;
    }

    private CommitToken token(Document document) {
        Binary data = document.get("token", Binary.class);
        return commit(
                data == null
                        ? null
                        : serializer.deserialize(new SimpleSerializedObject<>(
                                data.getData(), byte[].class, document.getString("tokenType"), null)));
    }

    private CommitToken noted(Document document) {
        Document folded = document.get("folded", Document.class);
        return folded == null ? beginning : new CommitToken(folded.getLong("number"), folded.getString("chain"));
    }

    /** Stored progress never decreases. */
    @Override
    public void note(String owner, String tracker, Map<Integer, CommitToken> folded) {
        List<WriteModel<Document>> notes = new ArrayList<>();
        folded.forEach((segment, commit) -> notes.add(note(owner, tracker, segment, commit)));
        if (!notes.isEmpty()) {
            database.trackingTokensCollection().bulkWrite(notes);
        }
    }

    private static WriteModel<Document> note(String owner, String tracker, int segment, CommitToken commit) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(PROCESSOR, tracker),
                        Filters.eq(SEGMENT, segment),
                        Filters.eq(OWNER, owner),
                        Filters.or(Filters.exists(NUMBER, false), Filters.lt(NUMBER, commit.number()))),
                Updates.combine(Updates.set(NUMBER, commit.number()), Updates.set(CHAIN, commit.chain())));
    }
}
