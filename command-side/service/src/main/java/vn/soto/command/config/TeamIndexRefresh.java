package vn.soto.command.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.ledger.LedgerException;

/**
 * Reads the ledger for {@link TeamIndex} on a thread of its own. After the start it reads the headers of all that the
 * index lacks, then team by team; later the new commits at each look. So a report waits for what was committed since the
 * last look, whoever committed it.
 */
final class TeamIndexRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TeamIndexRefresh.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Less than what others decode takes to be forgotten. */
    private static final Duration FOLLOWING = Duration.ofMillis(50);

    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final TeamIndex teams;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("team-index").daemon().factory());
    private boolean failing;

    private TeamIndexRefresh(TeamIndex teams) {
        this.teams = teams;
    }

    static TeamIndexRefresh start(TeamIndex teams) {
        TeamIndexRefresh refresh = new TeamIndexRefresh(teams);
        var _ = refresh.thread.scheduleWithFixedDelay(refresh::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return refresh;
    }

    private void look() {
        try {
            teams.catchUp();
            while (teams.isFollowing() && !thread.isShutdown()) {
                LockSupport.parkNanos(FOLLOWING.toNanos());
                teams.catchUp();
            }
            failing = false;
        } catch (LedgerException | IllegalStateException e) {
            if (!failing && !thread.isShutdown()) {
                LOG.warn("the ledger cannot be read for the teams; trying again", e);
            }
            failing = true;
        }
    }

    /** The thread is shut down before the look under way is interrupted, which then is no failure to log. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("the last look for the teams goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
