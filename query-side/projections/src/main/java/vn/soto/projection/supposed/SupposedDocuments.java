package vn.soto.projection.supposed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;

/**
 * Documents over those of a store, each of which is read once. Writes stay here, and later changes of the store are not
 * seen. For one thread.
 */
final class SupposedDocuments implements Documents {

    private final Documents below;
    private final Map<DocumentType<?>, Map<String, Optional<ReadModel>>> seen = new HashMap<>();
    private final Map<DocumentType<?>, Map<String, ReadModel>> written = new HashMap<>();

    SupposedDocuments(Documents below) {
        this.below = below;
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return of(kind).computeIfAbsent(id, i -> below.find(kind, i).map(ReadModel.class::cast))
                .map(kind.type()::cast);
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, Optional<ReadModel>> known = of(kind);
        List<String> missing =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            Map<String, T> found = below.find(kind, missing);
            missing.forEach(id -> known.put(id, Optional.ofNullable(found.get(id))));
        }
        return Documents.super.find(kind, ids);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        documents.forEach(document -> {
            of(kind).put(document.id(), Optional.of(document));
            written.computeIfAbsent(kind, k -> new HashMap<>()).put(document.id(), document);
        });
    }

    /** The ids of the documents that were written here. */
    Stream<String> written() {
        return written.values().stream().flatMap(documents -> documents.keySet().stream());
    }

    @Override
    public boolean local() {
        return below.local();
    }

    @Override
    public void drop(DocumentType<?> kind) {
        throw new UnsupportedOperationException("nothing is dropped for an answer: " + kind.collection());
    }

    @Override
    public Documents beside() {
        throw new UnsupportedOperationException("no answer makes documents anew");
    }

    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        throw new UnsupportedOperationException("no answer replaces documents: "
                + types.stream().map(DocumentType::collection).collect(Collectors.joining(", ")));
    }

    private Map<String, Optional<ReadModel>> of(DocumentType<?> kind) {
        return seen.computeIfAbsent(kind, k -> new HashMap<>());
    }
}
