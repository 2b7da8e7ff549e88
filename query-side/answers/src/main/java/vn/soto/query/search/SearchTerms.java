package vn.soto.query.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;

/** The index as the projection engine writes to it: its one type of documents are the search terms. */
record SearchTerms(SearchIndex index) implements Documents {

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return index.find(id).map(kind.type()::cast);
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        ids.forEach(id -> find(kind, id).ifPresent(document -> found.put(id, document)));
        return found;
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        documents.forEach(document -> index.write((SearchTerm) document));
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
