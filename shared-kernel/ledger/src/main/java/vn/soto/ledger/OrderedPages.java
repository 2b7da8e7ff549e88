package vn.soto.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The commits of a ledger from the first on, page by page in order. As many threads as there are cores, four at most,
 * read and check the next pages meanwhile. No more pages than threads are kept. For one thread.
 */
final class OrderedPages implements AutoCloseable {

    private static final int PAGE = 500;
    private static final int MOST_THREADS = 4;

    private final LedgerReader reader;
    private final int ahead = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            ahead, Thread.ofPlatform().daemon().name("pages-", 0).factory());
    private final Deque<Future<List<StoredCommit>>> pages = new ArrayDeque<>();
    private long asked = 1;
    private long next = 1;

    /** Commits that the page in hand still lacks, because a reader may return fewer than it is asked for. */
    private int lacking;

    OrderedPages(LedgerReader reader) {
        this.reader = reader;
    }

    /** The next commits; empty at the end of the ledger, as it was when its last page was read. */
    List<StoredCommit> next() {
        List<StoredCommit> page;
        if (lacking > 0) {
            page = reader.read(next, lacking);
        } else {
            while (pages.size() < ahead) {
                long from = asked;
                pages.add(threads.submit(() -> reader.read(from, PAGE)));
                asked += PAGE;
            }
            page = result(pages.removeFirst());
            lacking = PAGE;
        }
        next += page.size();
        lacking -= page.size();
        return page;
    }

    private static List<StoredCommit> result(Future<List<StoredCommit>> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading the ledger failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the ledger was interrupted", e);
        }
    }

    /** Waits for reads under way. */
    @Override
    public void close() {
        pages.forEach(page -> page.cancel(false));
        threads.close();
    }
}
