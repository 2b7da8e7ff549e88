package vn.soto.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results made of documents as of a commit. One is made again, or changed, once a document of which it is made was written.
 * The same is done for a commit that knows more or less of it. Each is made anew where other processes may write, and in a
 * supposition. Thread-safe.
 *
 * @param <K> subject of a result
 * @param <T> a result, which is never changed
 */
public final class KeptResults<K, T> {

    /** In place of the commit of the latest result. */
    private static final long LATEST = -1;

    private final List<? extends DocumentType<?>> kinds;
    private final Cache<Place<K>, Kept<T>> results;

    /**
     * @param most  results that are kept
     * @param kinds of all documents of which a result is made
     */
    public KeptResults(int most, List<? extends DocumentType<?>> kinds) {
        this.kinds = List.copyOf(kinds);
        this.results =
                Caffeine.newBuilder().executor(Runnable::run).maximumSize(most).build();
    }

    private record Place<K>(K key, long asOf) {}

    /** @param writes number of the last write of each type before it was made */
    private record Kept<T>(List<Long> writes, long asOf, T result) {}

    /** Makes another result of one, by the ids of the documents of each type that are others. */
    public interface Change<T> {

        T of(T known, List<Set<String>> written);
    }

    public T of(K key, long asOf, Documents documents, Supplier<T> make) {
        return of(key, asOf, documents, make, (_, _) -> make.get());
    }

    public T of(K key, long asOf, Documents documents, Supplier<T> make, Change<T> change) {
        List<RecentWrites> all = new ArrayList<>();
        for (DocumentType<?> kind : kinds) {
            Optional<RecentWrites> own = documents.recentWrites(kind);
            if (own.isEmpty()) {
                return make.get();
            }
            all.add(own.get());
        }
        List<Long> now = all.stream().map(RecentWrites::number).toList();
        Kept<T> latest = results.getIfPresent(new Place<>(key, LATEST));
        T result = again(latest, asOf, all, change);
        if (result == null) {
            result = again(results.getIfPresent(new Place<>(key, asOf)), asOf, all, change);
        }
        if (result == null) {
            result = make.get();
        }
        boolean last = latest == null || latest.asOf <= asOf;
        results.put(new Place<>(key, last ? LATEST : asOf), new Kept<>(now, asOf, result));
        return result;
    }

    private static <T> @Nullable T again(@Nullable Kept<T> known, long asOf, List<RecentWrites> all, Change<T> change) {
        if (known == null) {
            return null;
        }
        long commit = known.asOf == asOf ? Long.MAX_VALUE : Math.min(known.asOf, asOf);
        List<Set<String>> written = new ArrayList<>();
        for (int kind = 0; kind < all.size(); kind++) {
            Optional<Set<String>> own = all.get(kind).since(known.writes.get(kind), commit);
            if (own.isEmpty()) {
                return null;
            }
            written.add(own.get());
        }
        return written.stream().allMatch(Set::isEmpty) ? known.result : change.of(known.result, written);
    }
}
