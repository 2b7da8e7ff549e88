package vn.soto.projection.progress;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import vn.soto.projection.source.CommitToken;

/** What the query processes have in common beside the documents, as this process sees it. */
public record ProjectionCluster(
        ClaimSettings claims,
        ProgressDatabase database,
        TokensAfterDocuments tokens,
        ProjectionProgress progress,
        ProcessRegistry processes) {

    /**
     * @param segments  how many each projection has, in an order all processes agree on
     * @param beginning before the first commit
     */
    public static ProjectionCluster of(
            MongoDatabase database, ClaimSettings claims, Map<String, Integer> segments, CommitToken beginning) {
        ProgressDatabase progress = ProgressDatabase.in(database);
        return new ProjectionCluster(
                claims,
                progress,
                new TokensAfterDocuments(progress, claims, segments),
                new ProjectionProgress(progress, beginning),
                new ProcessRegistry(progress, claims, List.copyOf(segments.keySet())));
    }
}
