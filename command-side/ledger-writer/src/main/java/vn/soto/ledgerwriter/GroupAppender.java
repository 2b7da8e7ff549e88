package vn.soto.ledgerwriter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Limits;

/**
 * Group commit: any number of threads append, one thread writes. Drafts that arrive while a group is being written form the
 * next group. Every draft that entered the queue gets its outcome, also when the ledger is closed meanwhile. Listeners are
 * called on the writing thread once per group.
 */
public final class GroupAppender implements ObservableAppender, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    /** A group ends with the draft that reaches one of these, so that a transaction fits in memory. */
    private static final int MAX_EVENTS = 10_000;

    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final GroupWriter writer;
    private final WriterSettings settings;
    private final BlockingQueue<Pending> queue;
    private final AppendMeters meters;
    private final CommitListeners listeners = new CommitListeners();
    private final Thread thread;
    private volatile boolean closed;

    public GroupAppender(GroupWriter writer, WriterSettings settings, MeterRegistry registry) {
        this.writer = writer;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.meters = new AppendMeters(registry, queue);
        registry.gauge(
                "soto.ledger.writer.faulty",
                this,
                appender -> appender.trouble().isPresent() ? 1 : 0);
        this.thread = Thread.ofPlatform().daemon().name("soto-ledger-writer").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public boolean isOpen() {
        return !closed;
    }

    /** The trouble that keeps the store from being written, if any. */
    public Optional<WriterHealth.Trouble> trouble() {
        return writer.health().trouble();
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean isExclusive() {
        return writer.isExclusive();
    }

    @Override
    public Commit append(Draft draft) {
        return meters.append(() -> enqueued(draft).await());
    }

    private Pending enqueued(Draft draft) {
        if (closed) {
            throw closed();
        }
        Limits.check(draft);
        Pending pending = new Pending(draft);
        if (!queue.offer(pending)) {
            throw unavailable("Quá nhiều lần ghi đang chờ. / Too many appends are waiting.");
        }
        // The writing thread may have found the queue empty and ended: then nobody takes this draft.
        if (closed && queue.remove(pending)) {
            throw closed();
        }
        return pending;
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                List<Pending> group = next();
                if (!group.isEmpty()) {
                    meters.group(group.size());
                    write(group);
                }
                maintain();
            }
        } catch (InterruptedException e) {
            LOG.error("the ledger's writer was interrupted and stops", e);
        } finally {
            closed = true;
            for (Pending left = queue.poll(); left != null; left = queue.poll()) {
                left.outcome.completeExceptionally(closed());
            }
        }
    }

    /** A look that fails, such as without a free file descriptor, is taken again. */
    private void maintain() {
        try {
            writer.maintain();
        } catch (RuntimeException e) {
            LOG.warn("looking after the ledger's files failed; trying again: {}", e.toString());
            writer.reset();
            listeners.uncertain();
        }
    }

    private List<Pending> next() throws InterruptedException {
        List<Pending> group = new ArrayList<>();
        long events = 0;
        long bytes = 0;
        Pending next = queue.poll(settings.maintenanceInterval().toNanos(), TimeUnit.NANOSECONDS);
        while (next != null) {
            group.add(next);
            events += next.draft.events().size();
            bytes += next.bytes();
            boolean full = group.size() >= settings.maxBatch() || events >= MAX_EVENTS || bytes >= MAX_BYTES;
            next = full ? null : queue.poll();
        }
        return group;
    }

    private void write(List<Pending> group) {
        long resets = writer.resets();
        try {
            List<AppendOutcome> outcomes =
                    writer.write(group.stream().map(pending -> pending.draft).toList());
            writer.health().observe(outcomes);
            listeners.committed(commits(outcomes));
            if (writer.resets() != resets) {
                listeners.uncertain();
            }
            for (int i = 0; i < outcomes.size(); i++) {
                group.get(i).complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("writing a group failed in a way that was not foreseen", e);
            writer.reset();
            listeners.uncertain();
            group.forEach(pending -> pending.outcome.completeExceptionally(uncertain(e)));
            if (e instanceof Error) {
                throw e;
            }
        }
    }

    private static List<Commit> commits(List<AppendOutcome> outcomes) {
        return outcomes.stream()
                .filter(AppendOutcome.Recorded.class::isInstance)
                .map(outcome -> ((AppendOutcome.Recorded) outcome).commit())
                .toList();
    }

    private static LedgerException uncertain(Throwable cause) {
        return new LedgerException.Uncertain(
                "Không rõ lần ghi đã vào sổ hay chưa. / It is unknown whether the commit was written.", cause);
    }

    private LedgerException closed() {
        return unavailable("Sổ cái đang đóng. / The ledger is closing.");
    }

    private LedgerException unavailable(String message) {
        return new LedgerException.Unavailable(message, settings.retryAfter(), null);
    }

    /** Refuses further drafts, writes those in the queue, and returns when they are written. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A draft in the queue, and the outcome its caller waits for. */
    private static final class Pending {
        private final Draft draft;
        private final CompletableFuture<Commit> outcome = new CompletableFuture<>();

        Pending(Draft draft) {
            this.draft = draft;
        }

        long bytes() {
            return draft.events().stream()
                    .mapToLong(event -> event.payload().bytes().length)
                    .sum();
        }

        void complete(AppendOutcome result) {
            switch (result) {
                case AppendOutcome.Recorded(Commit commit) -> outcome.complete(commit);
                case AppendOutcome.Refused(RuntimeException why) -> outcome.completeExceptionally(why);
            }
        }

        Commit await() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException why ? why : e;
            }
        }
    }
}
