package vn.soto.edge.refused;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.refused.RefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.web.RefusalRegister;

/**
 * Counts refusals and writes them to the register, at most once a second however many there are. Refusals of the same
 * kind within an hour are one entry. Refusals that cannot be kept are counted ({@code soto.refused-access.lost}); no
 * request waits for the register.
 */
final class RefusedAccessRecorder implements SmartLifecycle, RefusalRegister {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccessRecorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Kinds of refusals that are remembered, in this hour or not written yet. */
    static final int MOST_KINDS = 2_000;

    private final RefusedAccessStore register;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final Counter refused;
    private final Counter lost;
    private final Map<RefusalKey, Entry> entries = new LinkedHashMap<>();
    private boolean running;
    private boolean due;
    private boolean told;

    private record RefusalKey(String account, String operation, String lacking, Instant hour) {}

    /** An entry and where it is in the register; number 0 until it is there. */
    private static final class Entry {

        private RefusedAccess state;
        private long number;
        private @Nullable RefusedAccess written;

        private Entry(RefusedAccess state) {
            this.state = state;
        }
    }

    /** @param thread of one thread; ends with the recorder */
    RefusedAccessRecorder(
            RefusedAccessStore register, Clock clock, MeterRegistry meters, ScheduledExecutorService thread) {
        this.register = register;
        this.clock = clock;
        this.thread = thread;
        this.refused = meters.counter("soto.refused-access");
        this.lost = meters.counter("soto.refused-access.lost");
    }

    @Override
    public void add(String account, String operation, String lacking) {
        record(account, operation, lacking, 1);
    }

    synchronized void record(String account, String operation, String lacking, int times) {
        if (!running) {
            return;
        }
        refused.increment(times);
        Instant now = clock.instant();
        RefusalKey kind = new RefusalKey(account, operation, lacking, now.truncatedTo(ChronoUnit.HOURS));
        Entry known = entries.get(kind);
        if (known == null && entries.size() >= MOST_KINDS) {
            lost.increment(times);
            return;
        }
        if (known == null) {
            entries.put(kind, new Entry(new RefusedAccess(account, operation, lacking, now, now, times)));
        } else {
            RefusedAccess before = known.state;
            known.state = new RefusedAccess(
                    before.account(),
                    before.operation(),
                    before.lacking(),
                    before.first(),
                    now,
                    before.times() + times);
        }
        writeSoon();
    }

    private void writeSoon() {
        if (!due && running) {
            due = true;
            var _ = thread.schedule(() -> write(), 0, TimeUnit.MILLISECONDS);
        }
    }

    /** Then nothing for a while, whatever is refused meanwhile. */
    private void write() {
        writePending();
        forget();
        var _ = thread.schedule(() -> rested(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void rested() {
        due = false;
        if (!pending().isEmpty()) {
            writeSoon();
        }
    }

    /** Up to the first that cannot be written. */
    private void writePending() {
        for (Entry entry : pending()) {
            try {
                write(entry);
                told = false;
            } catch (LedgerException.Unavailable e) {
                if (!told) {
                    LOG.warn("{}; refusals are kept until it can", e.getMessage());
                    told = true;
                }
                return;
            }
        }
    }

    private synchronized List<Entry> pending() {
        return entries.values().stream()
                .filter(entry -> !entry.state.equals(entry.written))
                .toList();
    }

    private void write(Entry entry) {
        RefusedAccess state = state(entry);
        if (entry.number == 0 || !register.update(entry.number, state)) {
            entry.number = register.add(state);
        }
        written(entry, state);
    }

    private synchronized RefusedAccess state(Entry entry) {
        return entry.state;
    }

    private synchronized void written(Entry entry, RefusedAccess state) {
        entry.written = state;
    }

    /** Entries of earlier hours do not change any more. */
    private synchronized void forget() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        entries.entrySet()
                .removeIf(each -> each.getKey().hour().isBefore(hour)
                        && each.getValue().state.equals(each.getValue().written));
    }

    /** After the requests of the warm-up, which nobody sent, and before the port opens. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        thread.shutdown();
        try {
            if (thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                writePending();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
