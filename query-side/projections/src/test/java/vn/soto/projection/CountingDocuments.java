package vn.soto.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts reads of documents that are far away, unless said otherwise. */
final class CountingDocuments implements DelegatingDocuments {

    private final Documents documents = new MemoryDocuments();
    boolean local;
    int reads;
    int readsOfMany;
    Predicate<ReadModel> refused = document -> false;

    @Nullable
    RuntimeException unavailable;

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        reads++;
        return documents.find(kind, id);
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        readsOfMany++;
        return documents.find(kind, ids);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> written) {
        if (unavailable != null) {
            throw unavailable;
        }
        if (written.stream().anyMatch(refused)) {
            throw new IllegalArgumentException("too large");
        }
        documents.write(kind, written);
    }

    @Override
    public boolean local() {
        return local;
    }
}
