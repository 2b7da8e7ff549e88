package vn.soto.querynode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;

/**
 * Reads the ledger once after the start, from its first commit to the tail of then. So damage to old commits, from
 * which the stored read models were made, is found too. It rests as long as it reads, so that it takes at most half of
 * one core.
 */
@Component
final class ChainWalk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainWalk.class);
    private static final int PAGE = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final LedgerReader ledger;
    private volatile boolean running;
    private volatile boolean done;

    ChainWalk(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("chain-walk").daemon().start(this::walk);
    }

    private void walk() {
        long next = 1;
        while (running && !done) {
            long begin = System.nanoTime();
            try {
                List<StoredCommit> page = ledger.read(next, PAGE);
                done = page.isEmpty();
                next += page.size();
                LockSupport.parkNanos(System.nanoTime() - begin);
            } catch (LedgerException e) {
                LOG.warn("the ledger cannot be read to check it; trying again", e);
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
        if (done) {
            LOG.info("Đã kiểm tra sổ đến lần ghi {} / the ledger is checked up to commit {}", next - 1, next - 1);
        }
    }

    /** Whether it has read to the tail. */
    boolean isDone() {
        return done;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
