package vn.soto.projection.supposed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.projection.BatchDocuments;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;

/** The documents of a store; inside a {@link Supposition} those that there would be. Thread-safe. */
public record SupposableDocuments(Documents known) implements Documents {

    /** Those of the store, whatever is supposed. */
    @Override
    public Documents known() {
        return known;
    }

    private Documents seen() {
        return Supposition.documents().orElse(known);
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return seen().find(kind, id);
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        return seen().find(kind, ids);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        seen().write(kind, documents);
    }

    @Override
    public BatchDocuments forBatch() {
        return seen().forBatch();
    }

    @Override
    public boolean local() {
        return known.local();
    }

    @Override
    public void drop(DocumentType<?> kind) {
        seen().drop(kind);
    }

    @Override
    public Documents beside() {
        return seen().beside();
    }

    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        seen().replace(types, made);
    }
}
