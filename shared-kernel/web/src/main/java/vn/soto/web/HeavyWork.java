package vn.soto.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Places for work that takes a core for seconds: to decide about an import, collect a person's file, draw a sample, or
 * score a round. Two of them run at a time in a process, one of an account. One of the two has no file of more than
 * {@link #SMALL}: small ones do not wait for large ones alone. Accounts wait in one line, in the order of arrival; one
 * whose work may run goes before one whose work may not. An account with more work waiting goes to the end of it
 * whenever one piece begins. An account that has waited for {@link #PATIENCE}, or finds too many before it, is told its place and
 * keeps it for {@link #KEPT}. Thread-safe; it blocks the calling thread.
 */
public final class HeavyWork {

    static final int PLACES = 2;

    /** Bytes of a file of some 1,500 rows, which takes a second or two. */
    static final long SMALL = 64 << 10;

    /** Accounts that wait before another one that waits, too. */
    static final int WAITING = 20;

    static final int OF_AN_ACCOUNT = 3;
    static final Duration PATIENCE = Duration.ofMinutes(1);
    static final Duration KEPT = Duration.ofMinutes(2);

    /** The texts of its problems. */
    public static final String BUNDLE = "vn.soto.web.heavy";

    private static final ProblemTexts TEXTS = new ProblemTexts(List.of(BUNDLE));
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Duration patience;
    private final LongSupplier nanos;
    private final long memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The line: accounts of which something waits, and those that were told their place and have not come back. */
    private final List<Turn> line = new ArrayList<>();

    private final Set<String> running = new HashSet<>();
    private boolean largeRuns;

    /** Those that have a place, so that what they do needs no other. */
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    /** How much each account has under way, and the bytes of all that it is done with. */
    private final Map<String, Integer> announced = new HashMap<>();

    private long bytes;

    /** A place in the line, while something waits there or until it is kept no longer. */
    private static final class Turn {

        private final String account;
        private int waiting;
        private int largeWaiting;
        private long keptUntil;

        private Turn(String account, long now) {
            this.account = account;
            this.keptUntil = now;
        }

        private void add(int number, boolean large) {
            waiting += number;
            largeWaiting += large ? number : 0;
        }
    }

    public HeavyWork() {
        this(PATIENCE, System::nanoTime, Runtime.getRuntime().maxMemory() / 3);
    }

    /** @param memory bytes that everything under way may hold */
    HeavyWork(Duration patience, LongSupplier nanos, long memory) {
        this.patience = patience;
        this.nanos = nanos;
        this.memory = memory;
    }

    /** Work that counts as under way from when it is announced: before what it is done with is received. */
    public final class Announced implements AutoCloseable {

        private final String account;
        private final long size;

        private Announced(String account, long size) {
            this.account = account;
            this.size = size;
        }

        /**
         * Runs the work once it has a place.
         *
         * @throws ProblemException 503 with the place if there was none in time
         */
        public <T> T run(Supplier<T> work) {
            boolean large = size > SMALL;
            enter(account, large);
            working.add(Thread.currentThread());
            try {
                return work.get();
            } finally {
                working.remove(Thread.currentThread());
                leave(account, large);
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                bytes -= size;
                announced.computeIfPresent(account, (same, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Announces work, which is closed when it is done. Never waits.
     *
     * @param size bytes that it holds in memory
     * @throws ProblemException 429 if the account has too much under way, 503 with the place if there is no memory
     */
    public Announced announce(String account, long size) {
        lock.lock();
        try {
            if (announced.getOrDefault(account, 0) >= OF_AN_ACCOUNT) {
                throw new ProblemException(
                        Problem.of(429, "heavy-work-many", OF_AN_ACCOUNT).retryAfter(SOON), TEXTS);
            }
            if (size > 0 && bytes + size > memory) {
                throw told(turn(account));
            }
            bytes += size;
            announced.merge(account, 1, Integer::sum);
            return new Announced(account, size);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs the work once it has a place; at once if it is part of work that has one.
     *
     * @throws ProblemException 503 with the place if there was none in time, 429 if the account has too much under way
     */
    public <T> T run(String account, Supplier<T> work) {
        if (working.contains(Thread.currentThread())) {
            return work.get();
        }
        try (Announced announced = announce(account, 0)) {
            return announced.run(work);
        }
    }

    /** How much waits for a place. */
    public int waiting() {
        lock.lock();
        try {
            return line.stream().mapToInt(turn -> turn.waiting).sum();
        } finally {
            lock.unlock();
        }
    }

    private void enter(String account, boolean large) {
        lock.lock();
        try {
            Turn turn = turn(account);
            if (before(turn, large) >= WAITING) {
                throw told(turn);
            }
            turn.add(1, large);
            try {
                long left = patience.toNanos();
                while (!isNext(turn, large)) {
                    if (left <= 0) {
                        throw told(turn);
                    }
                    left = changed.awaitNanos(left);
                }
                running.add(account);
                largeRuns |= large;
                line.remove(turn);
                if (turn.waiting > 1) {
                    line.add(turn);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw told(turn);
            } finally {
                turn.add(-1, large);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The one that the account has, or a new one at the end. */
    private Turn turn(String account) {
        long now = nanos.getAsLong();
        line.removeIf(turn -> turn.waiting == 0 && now - turn.keptUntil > 0);
        return line.stream()
                .filter(turn -> turn.account.equals(account))
                .findFirst()
                .orElseGet(() -> {
                    Turn turn = new Turn(account, now);
                    line.add(turn);
                    return turn;
                });
    }

    private long before(Turn turn, boolean large) {
        return line.subList(0, line.indexOf(turn)).stream()
                .filter(each -> each.waiting > (large ? 0 : each.largeWaiting))
                .count();
    }

    private boolean isNext(Turn turn, boolean large) {
        return running.size() < PLACES
                && !(large && largeRuns)
                && line.stream()
                        .filter(each ->
                                !running.contains(each.account) && each.waiting > (largeRuns ? each.largeWaiting : 0))
                        .findFirst()
                        .filter(turn::equals)
                        .isPresent();
    }

    private ProblemException told(Turn turn) {
        turn.keptUntil = nanos.getAsLong() + KEPT.toNanos();
        int place = line.indexOf(turn) + 1;
        return new ProblemException(
                Problem.of(503, "heavy-work-waits", place).with("place", place).retryAfter(SOON), TEXTS);
    }

    private void leave(String account, boolean large) {
        lock.lock();
        try {
            running.remove(account);
            largeRuns &= !large;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
