package vn.soto.projection;

import java.nio.file.Path;
import java.util.Optional;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;

/** The storage of a process's read models, of its projections' progress and of their dead letters. */
public interface ReadModelStore {

    Documents documents();

    /** @param beginning token before the first commit */
    ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning);

    /** A folder for what else this process makes of the ledger; empty if the read models are new. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

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
