package vn.soto.projection.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decoded documents of the file, as many as fit into memory, and what is known of those that are not here. They are in two halves.
 * Once the young one is full, it takes the place of the old one, which is gone with all that nobody asked for meanwhile.
 */
final class KeptDocuments {

    private final long half;
    private volatile Halves halves = new Halves(new Half(), new Half());

    /** All that a file which was made by this process has; absent for one that was there. */
    private final @Nullable SeenIds seen;

    record Key(DocumentTable<?> table, String id) {}

    private record Halves(Half young, Half old) {}

    /** @param heap bytes of the documents, as estimated */
    private record Half(Map<Key, KeptDocument> documents, AtomicLong heap) {

        Half() {
            this(new ConcurrentHashMap<>(), new AtomicLong());
        }

        void put(Key key, KeptDocument document) {
            KeptDocument before = documents.put(key, document);
            heap.addAndGet(document.heap() - (before == null ? 0 : before.heap()));
        }

        void keep(Key key, KeptDocument document) {
            if (documents.putIfAbsent(key, document) == null) {
                heap.addAndGet(document.heap());
            }
        }
    }

    /**
     * @param heap bytes of the documents, as estimated
     * @param made whether this process has made the file, which then has only what is put here
     */
    KeptDocuments(long heap, boolean made) {
        this.half = heap / 2;
        this.seen = made ? new SeenIds() : null;
    }

    /** @param read reads it from the file; null if that has none. Meanwhile a write of the document waits to put its own. */
    @Nullable
    KeptDocument find(DocumentTable<?> table, String id, Supplier<@Nullable KeptDocument> read) {
        if (!mayBeStored(table, id)) {
            return null;
        }
        Key key = new Key(table, id);
        Halves now = halves;
        KeptDocument kept = now.young.documents.get(key);
        if (kept != null) {
            return kept;
        }
        kept = now.old.documents.get(key);
        if (kept == null) {
            kept = now.young.documents.computeIfAbsent(key, _ -> counted(now.young, read.get()));
        } else {
            now.young.keep(key, kept);
        }
        turn();
        return kept;
    }

    private static @Nullable KeptDocument counted(Half half, @Nullable KeptDocument read) {
        half.heap.addAndGet(read == null ? 0 : read.heap());
        return read;
    }

    private void turn() {
        if (halves.young.heap.get() > half) {
            synchronized (this) {
                if (halves.young.heap.get() > half) {
                    halves = new Halves(new Half(), halves.young);
                }
            }
        }
    }

    /** The checksum of its row in the file, if that is known without a look. */
    long checksum(Key key) {
        if (!mayBeStored(key.table, key.id)) {
            return 0;
        }
        Halves now = halves;
        KeptDocument kept = now.young.documents.get(key);
        kept = kept == null ? now.old.documents.get(key) : kept;
        return kept == null ? TableRows.UNKNOWN : kept.checksum();
    }

    private boolean mayBeStored(DocumentTable<?> table, String id) {
        return table.isStored() && (seen == null || seen.mayContain(table.number(), id));
    }

    /** The file has them. */
    void put(Map<Key, KeptDocument> written) {
        written.forEach((key, document) -> {
            halves.young.put(key, document);
            if (seen != null) {
                seen.add(key.table.number(), key.id);
            }
            turn();
        });
    }
}
