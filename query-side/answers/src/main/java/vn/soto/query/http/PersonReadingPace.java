package vn.soto.query.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.problem.QueryProblemException;

/**
 * Limits how many persons' data one account opens within a time. It counts persons, not requests. A person shown again
 * within the time counts once, so whoever turns the pages of their own list is not stopped. It counts in this process
 * alone: each process counts for itself, and a restart begins at zero. An account at its limit is counted, logged and
 * shown in the health.
 */
@Component
public final class PersonReadingPace {

    private static final Logger LOG = LoggerFactory.getLogger("vn.soto.access");

    private final int most;
    private final Duration within;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Allowance> accounts = new HashMap<>();
    private @Nullable Instant alarmed;
    private int refusedAccounts;

    PersonReadingPace(QuerySettings settings, Clock clock, MeterRegistry meters) {
        // A page of the largest size can always be shown to whoever read nothing before.
        this.most = Math.max(settings.personsAtOnce(), settings.pageLimit());
        this.within = settings.personsWithin();
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * @param used   persons that count at the time {@code at}; they count less and less until they are forgotten
     * @param alarmed whether the account was told to wait since it last had a whole allowance
     * @param counted when each person was counted, of those within the time
     */
    private record Allowance(double used, Instant at, boolean alarmed, Map<String, Instant> counted) {}

    /** Counts persons shown to an account; throws the problem of too many without counting them. */
    void take(String account, Collection<String> persons) {
        Optional<Duration> wait = wait(account, Set.copyOf(persons));
        if (wait.isPresent()) {
            meters.counter("soto.personal-data.reads.too-many").increment();
            throw QueryProblemException.tooManyPersons(most, within, wait.get());
        }
    }

    private synchronized Optional<Duration> wait(String account, Set<String> shown) {
        Instant now = clock.instant();
        forget(now);
        Allowance before = accounts.getOrDefault(account, new Allowance(0, now, false, new HashMap<>()));
        double used = used(before, now);
        Map<String, Instant> counted = before.counted;
        counted.values().removeIf(at -> !at.plus(within).isAfter(now));
        Set<String> uncounted =
                shown.stream().filter(each -> !counted.containsKey(each)).collect(Collectors.toSet());
        int persons = uncounted.size();
        if (used + persons <= most) {
            uncounted.forEach(each -> counted.put(each, now));
            accounts.put(account, new Allowance(used + persons, now, before.alarmed && used > 0, counted));
            return Optional.empty();
        }
        if (!before.alarmed) {
            refusedAccounts++;
            LOG.warn("too many persons: more than {} within {} by {}", most, within, AccessLog.printable(account));
        }
        alarmed = now;
        accounts.put(account, new Allowance(used, now, true, counted));
        double excess = used + persons - most;
        return Optional.of(Duration.ofMillis((long) Math.ceil(excess * within.toMillis() / most)));
    }

    private double used(Allowance before, Instant now) {
        double forgotten = (double) Duration.between(before.at, now).toMillis() * most / within.toMillis();
        return Math.max(0, before.used - Math.max(0, forgotten));
    }

    private void forget(Instant now) {
        Iterator<Allowance> all = accounts.values().iterator();
        while (all.hasNext()) {
            if (used(all.next(), now) == 0) {
                all.remove();
            }
        }
    }

    /** Accounts that were told to wait since the process began; empty while none was within the time of the limit. */
    public synchronized Optional<Integer> alarm() {
        Instant last = alarmed;
        return last == null || last.plus(within).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(refusedAccounts);
    }
}
