package vn.soto.axon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Prefetches pages of a stream that is read sequentially: while one page is handled, the next two are fetched. Only
 * full pages are used, because their content never changes.
 *
 * @param <T> an event
 */
final class ReadAhead<T> {

    /** A page by its first position and the requested number of events. */
    private record Page(long first, int limit) {}

    /** Enough for a few readers; pages of a reader that stopped are evicted by later ones. */
    private static final int KEPT = 8;

    private static final int AHEAD = 2;

    private final BiFunction<Long, Integer, List<T>> fetch;
    private final Consumer<T> preparation;
    private final Executor executor;
    private final LinkedHashMap<Page, CompletableFuture<List<T>>> pages = new LinkedHashMap<>();

    /**
     * @param fetch       returns the events from a position on, at most the given number; fewer only at the end of the
     *                    ledger
     * @param preparation applied to each event of a prefetched page; its failure surfaces when the event is handled
     */
    ReadAhead(BiFunction<Long, Integer, List<T>> fetch, Consumer<T> preparation, Executor executor) {
        this.fetch = fetch;
        this.preparation = preparation;
        this.executor = executor;
    }

    List<T> page(long first, int limit) {
        List<T> page = known(new Page(first, limit));
        if (page.size() < limit) {
            page = fetch.apply(first, limit);
        }
        if (page.size() == limit) {
            prepare(first, limit);
        }
        return page;
    }

    private List<T> known(Page page) {
        CompletableFuture<List<T>> prepared;
        synchronized (this) {
            prepared = pages.remove(page);
        }
        try {
            return prepared == null ? List.of() : prepared.join();
        } catch (CompletionException e) {
            // The page is fetched again, and fails for the reader that needs it.
            return List.of();
        }
    }

    private List<T> prepared(Page page) {
        List<T> events = fetch.apply(page.first, page.limit);
        events.forEach(preparation);
        return events;
    }

    private synchronized void prepare(long first, int limit) {
        for (int i = 1; i <= AHEAD; i++) {
            Page next = new Page(first + (long) i * limit, limit);
            pages.computeIfAbsent(next, page -> CompletableFuture.supplyAsync(() -> prepared(page), executor));
        }
        while (pages.size() > KEPT) {
            Map.Entry<Page, CompletableFuture<List<T>>> oldest = pages.pollFirstEntry();
            oldest.getValue().cancel(false);
        }
    }
}
