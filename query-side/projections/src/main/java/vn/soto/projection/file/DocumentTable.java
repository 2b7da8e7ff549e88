package vn.soto.projection.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.ReadModel;

/**
 * The documents of one type. Those that were written since the last write of the file are here alone. Compared as an
 * object.
 */
final class DocumentTable<T extends ReadModel> {

    private final String name;
    private final int number;
    private final DocumentCodec<T> codec;
    private volatile Unwritten unwritten = new Unwritten(new ConcurrentHashMap<>(), Map.of());

    /** Whether the file has the table, so that a document may be there. */
    private volatile boolean stored;

    /**
     * Documents that the file lacks.
     *
     * @param later those that the next write takes
     * @param now   those that the present write has taken
     */
    private record Unwritten(Map<String, ReadModel> later, Map<String, ReadModel> now) {}

    /** @param name in the file */
    DocumentTable(String name, DocumentCodec<T> codec, boolean stored) {
        this.name = name;
        this.number = DocumentTableFile.number(name);
        this.codec = codec;
        this.stored = stored;
    }

    String name() {
        return name;
    }

    /** Tells it from the other tables. */
    int number() {
        return number;
    }

    DocumentCodec<T> codec() {
        return codec;
    }

    boolean isStored() {
        return stored;
    }

    @Nullable
    ReadModel unwritten(String id) {
        Unwritten both = unwritten;
        ReadModel later = both.later.get(id);
        return later == null ? both.now.get(id) : later;
    }

    /** Returns whether the next write has one document more. */
    boolean put(ReadModel document) {
        return unwritten.later.put(document.id(), document) == null;
    }

    boolean isEmpty() {
        Unwritten both = unwritten;
        return !stored && both.later.isEmpty() && both.now.isEmpty();
    }

    /** The documents for a write; nobody may put one meanwhile, and the write before has ended. */
    Map<String, ReadModel> take() {
        Map<String, ReadModel> taken = unwritten.later;
        unwritten =
                new Unwritten(taken.isEmpty() ? taken : new ConcurrentHashMap<>(), taken.isEmpty() ? Map.of() : taken);
        return unwritten.now;
    }

    /** The file has what was taken, and the cache. */
    void written() {
        stored = true;
        synchronized (this) {
            unwritten = new Unwritten(unwritten.later, Map.of());
        }
    }
}
