package vn.soto.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Places for work that takes a core for seconds: the dry run of an import, a person's file, the drawing of a sample, the scoring of a
 * round. Two of them run at a time in a process, one of an account; further ones wait in the order in which their accounts came. Who has
 * waited for {@link #PATIENCE} is told the place, and keeps it for {@link #KEPT}. Thread-safe; it blocks the calling thread.
 */
public final class HeavyWork {

    static final int PLACES = 2;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** In the order of their tickets. */
    private final List<Ticket> waiting = new ArrayList<>();

    /** Of accounts that were told their place and have not come back. */
    private final Map<String, Ticket> kept = new HashMap<>();

    private final Set<String> running = new HashSet<>();
    private long tickets;

    private record Ticket(String account, long number, long until) {}

    public HeavyWork() {
        this(PATIENCE, System::nanoTime);
    }

    HeavyWork(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    /**
     * Runs the work once it has a place.
     *
     * @throws ProblemException 503 with the place if there was none in time, 429 if the account has too much under way
     */
    public <T> T run(String account, Supplier<T> work) {
        enter(account);
        try {
            return work.get();
        } finally {
            leave(account);
        }
    }

    /** How much waits for a place. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(String account) {
        lock.lock();
        try {
            Ticket ticket = ticket(account);
            try {
                long left = patience.toNanos();
                while (!isNext(ticket)) {
                    if (left <= 0) {
                        throw told(ticket);
                    }
                    left = changed.awaitNanos(left);
                }
                running.add(account);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw told(ticket);
            } finally {
                waiting.remove(ticket);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A new one, or the one that the account was told of. */
    private Ticket ticket(String account) {
        long now = nanos.getAsLong();
        kept.values().removeIf(each -> now - each.until() > 0);
        long own =
                waiting.stream().filter(each -> each.account().equals(account)).count();
        if (own + (running.contains(account) ? 1 : 0) >= OF_AN_ACCOUNT) {
            throw new ProblemException(
                    Problem.of(429, "heavy-work-many", OF_AN_ACCOUNT).retryAfter(SOON), TEXTS);
        }
        if (waiting.size() >= WAITING) {
            throw new ProblemException(waits(WAITING + 1), TEXTS);
        }
        Ticket before = kept.remove(account);
        Ticket ticket = new Ticket(account, before == null ? tickets++ : before.number(), 0);
        int place = (int) waiting.stream()
                .filter(each -> each.number() <= ticket.number())
                .count();
        waiting.add(place, ticket);
        return ticket;
    }

    private boolean isNext(Ticket ticket) {
        return running.size() < PLACES
                && waiting.stream()
                        .filter(each -> !running.contains(each.account()))
                        .findFirst()
                        .filter(ticket::equals)
                        .isPresent();
    }

    private ProblemException told(Ticket ticket) {
        long before = kept.values().stream()
                .filter(each -> each.number() < ticket.number())
                .count();
        int place = waiting.indexOf(ticket) + Math.toIntExact(before) + 1;
        kept.put(ticket.account(), new Ticket(ticket.account(), ticket.number(), nanos.getAsLong() + KEPT.toNanos()));
        return new ProblemException(waits(place), TEXTS);
    }

    private static Problem waits(int place) {
        return Problem.of(503, "heavy-work-waits", place).with("place", place).retryAfter(SOON);
    }

    private void leave(String account) {
        lock.lock();
        try {
            running.remove(account);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
