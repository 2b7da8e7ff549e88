package vn.soto.command.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.ledger.LedgerException;

/**
 * Reads the ledger for {@link TeamIndex} on a thread of its own: after the start the headers of all of it, then team by team; later
 * what is new at each look. So a report waits for what was committed since the last look, whoever committed it.
 */
final class TeamIndexRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TeamIndexRefresh.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TeamIndex teams;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("team-index").daemon().factory());
    private final Future<?> looking;
    private boolean failing;

    private TeamIndexRefresh(TeamIndex teams) {
        this.teams = teams;
        this.looking = thread.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    static TeamIndexRefresh start(TeamIndex teams) {
        return new TeamIndexRefresh(teams);
    }

    private void look() {
        try {
            teams.catchUp();
            failing = false;
        } catch (LedgerException | IllegalStateException e) {
            if (!failing && !thread.isShutdown()) {
                LOG.warn("the ledger cannot be read for the teams; trying again", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        thread.shutdownNow();
    }
}
