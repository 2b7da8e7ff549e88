package vn.soto.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;

/**
 * Results computed from lists of immutable values. A result is computed again once one of its values is another object:
 * after an event, those whose list has a value that it changed. Thread-safe.
 *
 * @param <K> subject of a result
 * @param <S> value, compared as an object
 */
public final class ListResults<K, S, T> {

    private final Function<List<S>, T> make;
    private final Cache<K, Result<S, T>> results;

    /**
     * @param most results that are kept
     * @param make a result that is never changed
     */
    public ListResults(int most, Function<List<S>, T> make) {
        this.make = make;
        this.results =
                Caffeine.newBuilder().executor(Runnable::run).maximumSize(most).build();
    }

    private record Result<S, T>(List<S> sources, T made) {}

    public T of(K key, List<S> sources) {
        Result<S, T> known = results.getIfPresent(key);
        if (known == null || !same(known.sources, sources)) {
            known = new Result<>(sources, make.apply(sources));
            results.put(key, known);
        }
        return known.made;
    }

    @SuppressWarnings("ReferenceEquality") // comparing the values would cost as much as the result
    private static <S> boolean same(List<S> known, List<S> sources) {
        if (known.size() != sources.size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) != sources.get(i)) {
                return false;
            }
        }
        return true;
    }
}
