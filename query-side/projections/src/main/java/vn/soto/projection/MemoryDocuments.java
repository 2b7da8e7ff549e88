package vn.soto.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Documents in this process's memory, for read models that are rebuilt at each start. Documents are immutable, so they
 * are shared.
 */
public final class MemoryDocuments implements Documents {

    private final Map<DocumentType<?>, Map<String, ReadModel>> all = new ConcurrentHashMap<>();
    private final Map<DocumentType<?>, RecentWrites> writes = new ConcurrentHashMap<>();

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.ofNullable(of(kind).get(id)).map(kind.type()::cast);
    }

    @Override
    public <T extends ReadModel> Map<String, T> find(DocumentType<T> kind, Collection<String> ids) {
        Map<String, ReadModel> own = of(kind);
        Map<String, T> found = HashMap.newHashMap(ids.size());
        ids.forEach(id -> {
            ReadModel document = own.get(id);
            if (document != null) {
                found.put(id, kind.type().cast(document));
            }
        });
        return found;
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        write(kind, documents, Long.MAX_VALUE);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents, long commit) {
        Map<String, ReadModel> own = of(kind);
        documents.forEach(document -> own.put(document.id(), document));
        writesOf(kind).add(documents, commit);
    }

    @Override
    public Optional<RecentWrites> recentWrites(DocumentType<?> kind) {
        return Optional.of(writesOf(kind));
    }

    private RecentWrites writesOf(DocumentType<?> kind) {
        return writes.computeIfAbsent(kind, first -> new RecentWrites(0));
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void drop(DocumentType<?> kind) {
        all.remove(kind);
        writesOf(kind).forgetAll(0);
    }

    @Override
    public Documents beside() {
        return new MemoryDocuments();
    }

    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        MemoryDocuments other = (MemoryDocuments) made;
        types.forEach(kind -> {
            all.put(kind, other.of(kind));
            writesOf(kind).forgetAll(other.writesOf(kind).latest());
        });
    }

    @Override
    public DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
        MemoryDocuments other = (MemoryDocuments) made;
        return types.stream()
                .map(kind -> differences(of(kind), other.of(kind)))
                .reduce(DocumentDifferences.NONE, DocumentDifferences::and);
    }

    private static DocumentDifferences differences(Map<String, ReadModel> old, Map<String, ReadModel> made) {
        long both = 0;
        long other = 0;
        for (var each : old.entrySet()) {
            ReadModel now = made.get(each.getKey());
            both += now == null ? 0 : 1;
            other += now == null || now.equals(each.getValue()) ? 0 : 1;
        }
        return new DocumentDifferences(other, old.size() - both, made.size() - both);
    }

    private Map<String, ReadModel> of(DocumentType<?> kind) {
        return all.computeIfAbsent(kind, k -> new ConcurrentHashMap<>());
    }
}
