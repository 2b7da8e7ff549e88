package vn.soto.projection.progress;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import vn.soto.projection.source.CommitToken;

/** The shared state of the query processes beside the documents, as seen by this process. */
public record ProjectionCluster(
        ClaimSettings claims,
        ProgressDatabase database,
        TokensAfterDocuments tokens,
        ProjectionProgress progress,
        DeadLetterCounts deadLetters,
        ProcessRegistry processes) {

    /**
     * @param segments  number of segments of each projection, in the same order in all processes
     * @param beginning token before the first commit
     */
    public static ProjectionCluster of(
            MongoDatabase database, ClaimSettings claims, Map<String, Integer> segments, CommitToken beginning) {
        ProgressDatabase progress = ProgressDatabase.in(database);
        return new ProjectionCluster(
                claims,
                progress,
                new TokensAfterDocuments(progress, claims, segments),
                new ProjectionProgress(progress, beginning),
                new DeadLetterCounts(progress),
                new ProcessRegistry(progress, claims, List.copyOf(segments.keySet())));
    }
}
