package vn.soto.projection.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentDifferences;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.ReadModel;
import vn.soto.projection.RecentWrites;

/** Documents in the file of the read models, or those that are made anew beside them there. */
final class FileDocuments implements Documents {

    /** Begins the names of collections that are made anew. */
    private static final String ANEW = "anew ";

    private final ReadModelsFile file;
    private final @Nullable FileDocuments next;
    private final Map<DocumentType<?>, DocumentTable<?>> tables = new ConcurrentHashMap<>();
    private final Map<DocumentType<?>, RecentWrites> writes = new ConcurrentHashMap<>();

    private FileDocuments(ReadModelsFile file, @Nullable FileDocuments next) {
        this.file = file;
        this.next = next;
    }

    static FileDocuments in(ReadModelsFile file) {
        return new FileDocuments(file, new FileDocuments(file, null));
    }

    @SuppressWarnings("unchecked") // made for the same type
    private <T extends ReadModel> DocumentTable<T> of(DocumentType<T> kind) {
        DocumentTable<?> known = tables.get(kind);
        return (DocumentTable<T>)
                (known == null ? tables.computeIfAbsent(kind, first -> file.table(first, name(first))) : known);
    }

    @Override
    public <T extends ReadModel> Optional<T> find(DocumentType<T> kind, String id) {
        return Optional.ofNullable(file.find(of(kind), id)).map(kind.type()::cast);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents) {
        write(kind, documents, Long.MAX_VALUE);
    }

    @Override
    public <T extends ReadModel> void write(DocumentType<T> kind, Collection<T> documents, long commit) {
        file.write(() -> of(kind), documents);
        writesOf(kind).add(documents, commit);
    }

    @Override
    public Optional<RecentWrites> recentWrites(DocumentType<?> kind) {
        return Optional.of(writesOf(kind));
    }

    private RecentWrites writesOf(DocumentType<?> kind) {
        RecentWrites known = writes.get(kind);
        return known == null ? writes.computeIfAbsent(kind, first -> new RecentWrites(file.latest())) : known;
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void drop(DocumentType<?> kind) {
        file.together(() -> {
            file.leave(name(kind), of(kind));
            tables.remove(kind);
            writesOf(kind).forgetAll(0);
        });
    }

    private String name(DocumentType<?> kind) {
        return next == null ? ANEW + kind.collection() : kind.collection();
    }

    @Override
    public DocumentDifferences differences(List<DocumentType<?>> types, Documents made) {
        FileDocuments other = (FileDocuments) made;
        Map<DocumentTable<?>, DocumentTable<?>> both = new HashMap<>();
        types.forEach(kind -> both.put(of(kind), other.of(kind)));
        return file.differences(both);
    }

    @Override
    public Documents beside() {
        if (next == null) {
            throw new IllegalStateException("nothing is made anew beside what is made anew");
        }
        return next;
    }

    @Override
    public void replace(List<DocumentType<?>> types, Documents made) {
        FileDocuments other = (FileDocuments) made;
        file.together(() -> types.forEach(kind -> {
            DocumentTable<?> next = other.of(kind);
            other.tables.remove(kind);
            file.rename(other.name(kind), next);
            file.leave(name(kind), of(kind));
            tables.put(kind, next);
            writesOf(kind).forgetAll(other.writesOf(kind).latest());
        }));
    }

    void each(BiConsumer<DocumentType<?>, DocumentTable<?>> action) {
        tables.forEach(action);
        if (next != null) {
            next.tables.forEach(action);
        }
    }

    /** The tables of the documents that answer, by collection, and of those that are made anew. */
    Map<String, String> names() {
        Map<String, String> names = next == null ? new HashMap<>() : next.names();
        tables.forEach((kind, table) -> {
            if (!table.isEmpty()) {
                names.put(name(kind), table.name());
            }
        });
        return names;
    }
}
