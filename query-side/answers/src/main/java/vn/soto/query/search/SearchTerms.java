package vn.soto.query.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;

/** The index as the projection engine writes to it: its documents are search terms and events. */
record SearchTerms(SearchIndex index) implements Documents {

    /** None: each event writes its own, whole, and the index replaces one of the same id. */
    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.empty();
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        if (kind.type() == SearchTerm.class) {
            index.write(documents.stream().map(SearchTerm.class::cast).toList());
        } else {
            documents.forEach(event -> index.write((IndexedEvent) event));
        }
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void drop(DocumentType<?> kind) {
        index.clear();
    }

    @Override
    public Documents beside() {
        return new SearchTerms(new SearchIndex());
    }

    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        index.replace(((SearchTerms) made).index);
    }
}
