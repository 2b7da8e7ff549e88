package vn.soto.query.reading;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.problem.QueryProblemException;

/** The queries that wait for read models: not so many at once that others find no thread. */
@Component
public final class CommitWaits {

    private final Semaphore places;
    private final Duration limit;

    CommitWaits(QuerySettings settings) {
        this.places = new Semaphore(settings.maxWaitingQueries());
        this.limit = settings.readYourWritesTimeout();
    }

    /**
     * Whether read models had to be waited for until they held a commit.
     *
     * @param folded  the last commit that they hold
     * @param arrival waits for a commit; false after a duration
     * @throws QueryProblemException if they do not hold it in time, or too many wait
     */
    public boolean await(long wanted, Supplier<CommitToken> folded, BiPredicate<Long, Duration> arrival) {
        if (folded.get().number() >= wanted) {
            return false;
        }
        if (!places.tryAcquire()) {
            throw QueryProblemException.tooMany();
        }
        try {
            if (!arrival.test(wanted, limit)) {
                throw QueryProblemException.notYet(wanted, folded.get().number());
            }
            return true;
        } finally {
            places.release();
        }
    }
}
