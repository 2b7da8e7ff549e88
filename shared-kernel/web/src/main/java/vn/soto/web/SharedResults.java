package vn.soto.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Results shared by concurrent requests for the same key: they wait for one computation, and later requests get its
 * result. The ones that nobody asked for longest are forgotten, so that those that are kept have at most so many bytes.
 * Thread-safe.
 */
public final class SharedResults<K, V> {

    /** Bytes that a result takes beside its own. */
    private static final long AROUND = 500;

    private final long most;
    private final Function<V, OptionalLong> bytes;
    private final Map<K, Result<V>> results = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    /**
     * @param most  bytes of all results
     * @param bytes of a result; empty for one that is not for those who ask later, as failures are not
     */
    public SharedResults(long most, Function<V, OptionalLong> bytes) {
        this.most = most;
        this.bytes = bytes;
    }

    /** @param value absent while it is being made */
    private record Result<V>(Mono<V> made, @Nullable V value, long bytes) {}

    /** The result of a key: the one that is there or being made, otherwise a new one. */
    public Mono<V> of(K key, Supplier<Mono<V>> make) {
        return of(key, make, UnaryOperator.identity());
    }

    /**
     * Whoever waits for the result that another request makes gets it if it is kept. A failure or a refusal of that request is
     * its own: those who waited make theirs.
     *
     * @param waiting the thread on which those go on who waited
     */
    public Mono<V> of(K key, Supplier<Mono<V>> make, UnaryOperator<Mono<V>> waiting) {
        synchronized (results) {
            Result<V> present = results.get(key);
            if (present != null) {
                return present.value == null ? keptOr(make, waiting.apply(present.made)) : present.made;
            }
            Mono<V> made = Mono.defer(make)
                    .doOnNext(result -> put(key, result))
                    .doOnError(failed -> drop(key))
                    .cache();
            keep(key, new Result<>(made, null, AROUND));
            return made;
        }
    }

    private Mono<V> keptOr(Supplier<Mono<V>> make, Mono<V> waiting) {
        return waiting.onErrorResume(failed -> Mono.empty())
                .filter(result -> bytes.apply(result).isPresent())
                .switchIfEmpty(Mono.defer(make));
    }

    /** The result of a key that was made. */
    public Optional<V> find(K key) {
        synchronized (results) {
            Result<V> present = results.get(key);
            return present == null ? Optional.empty() : Optional.ofNullable(present.value);
        }
    }

    /** Keeps a result for those who ask later. */
    public void put(K key, V result) {
        OptionalLong size = bytes.apply(result);
        synchronized (results) {
            drop(key);
            if (size.isPresent() && size.getAsLong() + AROUND <= most) {
                keep(key, new Result<>(Mono.just(result), result, size.getAsLong() + AROUND));
            }
        }
    }

    private void keep(K key, Result<V> result) {
        results.put(key, result);
        kept += result.bytes;
        Iterator<Result<V>> eldest = results.values().iterator();
        while (kept > most) {
            kept -= eldest.next().bytes;
            eldest.remove();
        }
    }

    private void drop(K key) {
        synchronized (results) {
            Result<V> dropped = results.remove(key);
            kept -= dropped == null ? 0 : dropped.bytes;
        }
    }

    public int size() {
        synchronized (results) {
            return results.size();
        }
    }
}
