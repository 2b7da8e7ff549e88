package vn.soto.ledgerwriter.axon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Pages of a stream that is read from one end to the other: while one is being handled the next are fetched already. Only
 * full pages are kept, because what they hold never changes.
 *
 * @param <T> an event
 */
final class ReadAhead<T> {

    /** A page by where it begins and how many events were asked for. */
    private record Page(long first, int limit) {}

    /** As many as a few readers need; one that stops leaves its pages to be pushed out. */
    private static final int KEPT = 8;

    private static final int AHEAD = 2;

    private final BiFunction<Long, Integer, List<T>> fetch;
    private final Consumer<T> preparation;
    private final Executor executor;
    private final LinkedHashMap<Page, CompletableFuture<List<T>>> pages = new LinkedHashMap<>();

    /**
     * @param fetch       the events from a position on, at most so many; fewer where the ledger ends
     * @param preparation done to each event of a page fetched ahead; where it fails, whoever handles the event will see
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
            // It is fetched again, and fails for whoever wants it.
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
