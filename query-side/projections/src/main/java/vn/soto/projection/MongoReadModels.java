package vn.soto.projection;

import com.mongodb.client.MongoDatabase;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.progress.SharedCluster;
import vn.soto.projection.source.CommitToken;

/**
 * Documents and progress in one database that any number of processes share. A program with embedded stores has no driver for it and never
 * loads this class.
 */
public record MongoReadModels(Documents documents, MongoDatabase database) implements ReadModelStore {

    public static ReadModelStore in(MongoDatabase database) {
        return new MongoReadModels(new MongoDocuments(database), database);
    }

    @Override
    public ProjectionCluster cluster(ClaimSettings claims, CommitToken beginning) {
        return SharedCluster.of(database, claims, beginning);
    }
}
