package vn.soto.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Results made once for all who ask for the same: those who ask while one is being made wait for it, those who ask later get it. The
 * ones that nobody asked for longest are forgotten. Thread-safe.
 */
final class SharedResults<K, V> {

    private final int most;
    private final Predicate<V> kept;
    private final Map<K, Mono<V>> results = new LinkedHashMap<>(16, 0.75f, true);

    /** @param kept whether a result is also for those who ask later; failures are not */
    SharedResults(int most, Predicate<V> kept) {
        this.most = most;
        this.kept = kept;
    }

    /** The result of a key: the one that is there or being made, otherwise a new one. */
    Mono<V> of(K key, Supplier<Mono<V>> make) {
        synchronized (results) {
            Mono<V> present = results.get(key);
            if (present != null) {
                return present;
            }
            Mono<V> made = Mono.defer(make)
                    .doOnNext(result -> {
                        if (!kept.test(result)) {
                            drop(key);
                        }
                    })
                    .doOnError(failed -> drop(key))
                    .cache();
            results.put(key, made);
            if (results.size() > most) {
                results.remove(results.keySet().iterator().next());
            }
            return made;
        }
    }

    private void drop(K key) {
        synchronized (results) {
            results.remove(key);
        }
    }

    int size() {
        synchronized (results) {
            return results.size();
        }
    }
}
