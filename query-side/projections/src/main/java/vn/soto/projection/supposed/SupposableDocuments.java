package vn.soto.projection.supposed;

import java.util.Collection;
import vn.soto.projection.BatchDocuments;
import vn.soto.projection.DelegatingDocuments;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;

/**
 * The documents of a store; inside a {@link Supposition} those that there would be. Thread-safe.
 *
 * @param known those of the store, whatever is supposed
 */
public record SupposableDocuments(Documents known) implements DelegatingDocuments {

    @Override
    public Documents documents() {
        return Supposition.documents().orElse(known);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written, long commit) {
        documents().write(kind, written, commit);
    }

    @Override
    public BatchDocuments forBatch() {
        return documents().forBatch();
    }

    @Override
    public boolean local() {
        return known.local();
    }
}
