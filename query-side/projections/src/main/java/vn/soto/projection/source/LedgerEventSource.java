package vn.soto.projection.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.DecodedCommits.DecodedCommit;
import vn.soto.events.DecodedCommits.DecodedEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.Tail;

/**
 * The ledger as trackers read it: every event once and in order, commits whole. New commits are noticed at a
 * {@link #signal()}, otherwise by polling the tail, at growing intervals while it does not change.
 */
public final class LedgerEventSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEventSource.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    /** Minimum interval between signals. Each wakes every projection, so commits in between are handled together. */
    private static final Duration SIGNAL_INTERVAL = Duration.ofMillis(2);

    private final LedgerReader reader;
    private final Decoder decoder;
    private final Duration longestPause;
    private final WakeUpSignal wakeUp = new WakeUpSignal();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Thread watch;
    private volatile boolean closed;

    /**
     * @param pageSize     number of commits read at once
     * @param longestPause longest interval between two reads of the tail
     */
    public LedgerEventSource(LedgerReader reader, EventCodec codec, int pageSize, Duration longestPause) {
        this.reader = reader;
        this.decoder = new Decoder(reader, codec, pageSize, wakeUp);
        this.longestPause = longestPause;
        this.watch = Thread.ofPlatform().name("ledger-tail").daemon().start(this::watch);
    }

    /** Signals new commits and returns at once; called by the appender if it runs in the same process. */
    public void signal() {
        if (signalled.compareAndSet(false, true)) {
            LockSupport.unpark(watch);
        }
    }

    /** Ends the waits for a signal, such as of a tracker that is being stopped. */
    public void endWaits() {
        wakeUp.signal();
    }

    /** How often new commits were signalled so far; see {@link #awaitSignal}. */
    public long signals() {
        return wakeUp.version();
    }

    /** Waits for a signal after the {@code seen} first ones, at the latest until {@code limit} has passed. */
    public void awaitSignal(long seen, Duration limit) throws InterruptedException {
        wakeUp.await(seen, limit.toNanos());
    }

    /** The available commits after {@code number}, up to the end of their page; empty at the end of the ledger. */
    public List<TrackedCommit> after(long number) {
        return decoder.after(number);
    }

    /** Some of the commits after {@code number} that were decoded lately, the next ones first; nothing is read for it. */
    public List<DecodedCommit> decodedAfter(long number) {
        return decoder.known(number).stream()
                .flatMap(commit -> decoded(commit).stream())
                .toList();
    }

    private static Optional<DecodedCommit> decoded(TrackedCommit commit) {
        List<DecodedEvent> events = new ArrayList<>();
        for (ProjectedEvent event : commit.events()) {
            if (!(event.event() instanceof DomainEvent known)) {
                return Optional.empty();
            }
            events.add(new DecodedEvent(event.at().position(), event.at().tags(), known));
        }
        return Optional.of(new DecodedCommit(commit.token().number(), events));
    }

    /** Fails if {@code token} comes from another ledger: its read models cannot be continued from this one. */
    public CommitToken checked(CommitToken token) {
        String chain = chain(token.number());
        if (!token.chain().equals(chain) && !isDamaged(token.number())) {
            throw new IllegalStateException("commit " + token.number() + " of this ledger has the chain value " + chain
                    + ", not " + token.chain() + ": the read models come from another ledger");
        }
        return token;
    }

    /** Of a damaged commit as stored. */
    private String chain(long number) {
        return number == 0
                ? Chain.genesis(reader.origin()).toString()
                : reader.read(number, 1).stream()
                        .findFirst()
                        .map(LedgerEventSource::chain)
                        .orElse("(none)");
    }

    private static String chain(StoredCommit stored) {
        return switch (stored) {
            case Commit commit -> commit.chain().toString();
            case DamagedCommit damaged -> String.valueOf(damaged.chain());
        };
    }

    /** Read models that were made of a commit before it was damaged are still those of this ledger. */
    private boolean isDamaged(long number) {
        return reader.damaged().find(number).isPresent();
    }

    /** Reads and decodes one event again. */
    public ProjectedEvent event(long commit, long position) {
        return decoder.event(commit, position);
    }

    /** The token before the first commit. */
    public CommitToken beginning() {
        return new CommitToken(0, chain(0));
    }

    /** The token of the last commit. */
    public CommitToken end() {
        Tail tail = reader.tail();
        return new CommitToken(tail.number(), tail.chain().toString());
    }

    private void watch() {
        long seen = 0;
        Duration pause = SHORTEST_PAUSE;
        while (!closed) {
            boolean woken = signalledWithin(pause);
            long tail = woken ? seen : tail(seen);
            if (woken || tail > seen) {
                seen = tail;
                pause = SHORTEST_PAUSE;
                wakeUp.signal();
                awaitSignalInterval();
            } else {
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(longestPause) > 0 ? longestPause : longer;
            }
        }
    }

    private boolean signalledWithin(Duration pause) {
        if (!signalled.get()) {
            LockSupport.parkNanos(pause.toNanos());
        }
        return signalled.getAndSet(false);
    }

    private void awaitSignalInterval() {
        long end = System.nanoTime() + SIGNAL_INTERVAL.toNanos();
        for (long left = SIGNAL_INTERVAL.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private long tail(long seen) {
        try {
            return reader.tail().number();
        } catch (LedgerException e) {
            LOG.warn("the ledger's tail cannot be read; looking again", e);
            return seen;
        }
    }

    /** Waits for a look at the ledger that is under way, because the reader is closed next. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        try {
            watch.join(LONGEST_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
