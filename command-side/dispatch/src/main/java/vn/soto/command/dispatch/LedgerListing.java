package vn.soto.command.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.ObservableAppender;

/**
 * Hands on the headers of all events of a ledger, each once and in order. It takes those of reported commits if none is
 * missing before them, and otherwise reads them. Thread-safe.
 */
final class LedgerListing implements CommitListener {

    private static final int PAGE = 2_000;

    /** Headers kept of commits that are not listed yet, some MB; beyond it they are read when somebody asks. */
    private static final int MOST_HEARD = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LedgerReader ledger;
    private final Consumer<List<EventHeader>> listener;
    private final int near;
    private final ReentrantLock listing = new ReentrantLock();
    private final Deque<EventHeader> heard = new ArrayDeque<>();
    private volatile long listed;

    /** The end of the ledger as it was told last; absent while an append is uncertain. */
    private volatile @Nullable Tail told;

    /** Whether nobody else writes the ledger, so that all that it ends with is told. */
    private volatile boolean alone;

    /**
     * @param listed the last commit that is listed already
     * @param near   commits that a question lists by itself, some tenths of a second; further behind, it is not answered
     */
    LedgerListing(LedgerReader ledger, Consumer<List<EventHeader>> listener, long listed, int near) {
        this.ledger = ledger;
        this.listener = listener;
        this.listed = listed;
        this.near = near;
    }

    /** Relies on the reports of {@code appender} from now on. */
    void attach(ObservableAppender appender) {
        alone = appender.isExclusive();
        appender.addCommitListener(this);
    }

    @Override
    public void onUncertain() {
        told = null;
    }

    @Override
    public void onCommitted(List<Commit> commits) {
        List<EventHeader> headers = EventHeader.of(commits);
        synchronized (heard) {
            if (heard.size() + headers.size() > MOST_HEARD) {
                heard.clear();
            }
            heard.addAll(headers);
        }
        told = commits.getLast().tail();
    }

    /**
     * Lists what was committed since the last call.
     *
     * @param between told after each page of the last commit listed
     * @return the last commit listed
     */
    long all(LongConsumer between) {
        long before = -1;
        while (listed > before) {
            before = listed;
            listing.lock();
            try {
                page(before);
            } finally {
                listing.unlock();
            }
            between.accept(listed);
        }
        return before;
    }

    long listed() {
        return listed;
    }

    /**
     * Lists the commits up to the tail that the ledger has now, and returns that tail.
     *
     * @throws LedgerException.Unavailable if that takes longer than twenty seconds, as it may after the start on a ledger of many
     *     millions of events
     */
    Tail upToTail() {
        Tail last = told;
        Tail wanted = alone && last != null ? last : ledger.tail();
        upTo(wanted.number());
        return wanted;
    }

    /** Whether every commit up to that one is listed; lists what little is missing. */
    boolean hasRead(long commit) {
        if (listed >= commit) {
            return true;
        }
        Tail last = told;
        long wanted = last != null && commit <= last.number()
                ? commit
                : Math.min(commit, ledger.tail().number());
        if (wanted - listed > near) {
            return false;
        }
        try {
            upTo(wanted);
            return true;
        } catch (LedgerException.Unavailable e) {
            return false;
        }
    }

    private void upTo(long wanted) {
        long begin = System.nanoTime();
        while (listed < wanted) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - begin);
            if (!acquired(left)) {
                throw behind(wanted);
            }
            try {
                if (listed < wanted) {
                    page(wanted);
                }
            } finally {
                listing.unlock();
            }
        }
    }

    private boolean acquired(long nanos) {
        try {
            return nanos > 0 && listing.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private LedgerException behind(long wanted) {
        return new LedgerException.Unavailable(
                ("Máy chủ đang đọc lại sổ cái sau khi khởi động: %1$d trong %2$d lần ghi; vui lòng gửi lại sau. /"
                                + " The server is reading the ledger after its start: %1$d of %2$d commits; send it again later.")
                        .formatted(listed, wanted),
                Duration.ofSeconds(5),
                null);
    }

    /** @param tail number of a commit that exists: if nothing is found up to it, all that was left is damaged */
    private void page(long tail) {
        List<EventHeader> next = heardNext();
        List<EventHeader> headers = next.isEmpty() ? ledger.headers(listed + 1, PAGE) : next;
        listener.accept(headers);
        listed = headers.isEmpty()
                ? Math.max(listed, tail)
                : Math.max(listed, headers.getLast().commit());
    }

    /** The headers heard of the next commits, up to the first that is missing; none if that is the very next. */
    private List<EventHeader> heardNext() {
        List<EventHeader> next = new ArrayList<>();
        long last = listed;
        synchronized (heard) {
            while (!heard.isEmpty() && heard.getFirst().commit() <= last + 1) {
                EventHeader header = heard.removeFirst();
                if (header.commit() > listed) {
                    next.add(header);
                    last = header.commit();
                }
            }
        }
        return next;
    }
}
