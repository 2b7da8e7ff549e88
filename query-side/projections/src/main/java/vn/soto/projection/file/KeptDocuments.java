package vn.soto.projection.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decoded documents of the file, as many as fit into memory, and what is known of those that are not here. */
final class KeptDocuments {

    private final Cache<Key, KeptDocument> cache;

    /** All that a file which was made by this process has; absent for one that was there. */
    private final @Nullable SeenIds seen;

    record Key(DocumentTable<?> table, String id) {}

    /**
     * @param heap bytes of the documents, as estimated
     * @param made whether this process has made the file, which then has only what is put here
     */
    KeptDocuments(long heap, boolean made) {
        this.cache = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(heap)
                .<Key, KeptDocument>weigher((_, kept) -> kept.heap())
                .build();
        this.seen = made ? new SeenIds() : null;
    }

    /** @param read reads it from the file; null if that has none */
    @Nullable
    KeptDocument find(DocumentTable<?> table, String id, Supplier<@Nullable KeptDocument> read) {
        return mayBeStored(table, id) ? cache.get(new Key(table, id), _ -> read.get()) : null;
    }

    /** The checksum of its row in the file, if that is known without a look. */
    long checksum(Key key) {
        if (!mayBeStored(key.table, key.id)) {
            return 0;
        }
        KeptDocument kept = cache.getIfPresent(key);
        return kept == null ? TableRows.UNKNOWN : kept.checksum();
    }

    private boolean mayBeStored(DocumentTable<?> table, String id) {
        return table.isStored() && (seen == null || seen.mayContain(table.number(), id));
    }

    /** The file has them. */
    void put(Map<Key, KeptDocument> written) {
        cache.putAll(written);
        if (seen != null) {
            written.keySet().forEach(key -> seen.add(key.table.number(), key.id));
        }
    }
}
