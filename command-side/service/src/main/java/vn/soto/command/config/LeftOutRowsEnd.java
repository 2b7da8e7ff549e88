package vn.soto.command.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerException;
import vn.soto.plans.imports.LeftOutRows;

/** Removes the rows that files left out when they were kept long enough, whether anybody asks for them or not. */
final class LeftOutRowsEnd implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOutRowsEnd.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final LeftOutRows rows;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("left-out-rows").daemon().factory());

    private LeftOutRowsEnd(LeftOutRows rows) {
        this.rows = rows;
    }

    static LeftOutRowsEnd start(LeftOutRows rows) {
        LeftOutRowsEnd end = new LeftOutRowsEnd(rows);
        var _ = end.thread.scheduleWithFixedDelay(end::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return end;
    }

    private void look() {
        try {
            rows.removeEnded();
        } catch (LedgerException e) {
            LOG.warn("the rows that were kept long enough cannot be removed; trying again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
