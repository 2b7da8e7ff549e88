package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many attempts something may make: {@code burst} at once, and one more after each {@code interval}. It slows down and never
 * locks. Counts that have their whole burst again are forgotten first, and then those used longest ago.
 */
final class Pace {

    /** Some MB; more kinds of attempts than this within an interval are slowed down by other paces. */
    private static final int MOST = 50_000;

    private final int burst;
    private final Duration interval;
    private final Clock clock;

    /** When the whole burst is there again, by what is counted. */
    private final Map<String, Instant> full = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Pace(int burst, Duration interval, Clock clock) {
        this.burst = burst;
        this.interval = interval;
        this.clock = clock;
    }

    /** Takes one attempt; or, if there is none, says when there will be one. */
    synchronized Optional<Duration> take(String what) {
        Instant now = clock.instant();
        Instant free = full.getOrDefault(what, now);
        Instant begin = free.isAfter(now) ? free : now;
        Optional<Duration> pause = pause(what);
        if (pause.isPresent()) {
            return pause;
        }
        full.put(what, begin.plus(interval));
        return Optional.empty();
    }

    /** When there will be an attempt; empty if there is one. Takes none. */
    synchronized Optional<Duration> pause(String what) {
        Instant now = clock.instant();
        Instant limit = now.plus(interval.multipliedBy(burst - 1L));
        return Optional.ofNullable(full.get(what))
                .filter(begin -> begin.isAfter(limit))
                .map(begin -> Duration.between(limit, begin));
    }

    /** Gives one attempt back, because it was no failure. */
    synchronized void giveBack(String what) {
        full.computeIfPresent(what, (same, free) -> {
            Instant before = free.minus(interval);
            return before.isAfter(clock.instant()) ? before : null;
        });
    }

    /** Forgets all attempts. */
    synchronized void forget(String what) {
        full.remove(what);
    }
}
