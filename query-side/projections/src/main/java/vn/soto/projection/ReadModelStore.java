package vn.soto.projection;

import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;

/** The storage of a process's read models, of its projections' progress and of their dead letters. */
public interface ReadModelStore {

    Documents documents();

    /** @param beginning token before the first commit */
    ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning);

    /** In the memory of one process, which projects the ledger anew at each start. */
    static ReadModelStore inMemory() {
        return new InMemory(new MemoryDocuments());
    }

    /** Documents and progress in memory. */
    record InMemory(Documents documents) implements ReadModelStore {

        @Override
        public ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning) {
            return ProjectionCluster.alone(claims, beginning);
        }
    }
}
