package vn.soto.edge.integrity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;

/**
 * Reads the ledger once after the start, from its first commit up to the last that stored read models were made from. So damage to
 * those, which no projection reads again, is found too. It rests nine times as long as it reads, so that it takes at most a tenth of one core.
 */
public final class ChainWalk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainWalk.class);
    private static final int PAGE = 500;
    private static final int REST = 9;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final LedgerReader ledger;
    private final long last;
    private volatile boolean running;

    /** @param last number of the last commit that is read, or any later one */
    public ChainWalk(LedgerReader ledger, long last) {
        this.ledger = ledger;
        this.last = last;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("chain-walk").daemon().start(this::walk);
    }

    private void walk() {
        long next = 1;
        boolean more = true;
        while (running && more && next <= last) {
            long begin = System.nanoTime();
            try {
                List<StoredCommit> page = ledger.read(next, PAGE);
                next += page.size();
                more = !page.isEmpty();
                LockSupport.parkNanos(REST * (System.nanoTime() - begin));
            } catch (LedgerException e) {
                LOG.warn("the ledger cannot be read to check it; trying again", e);
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
        if (running && last > 0) {
            LOG.info("Đã kiểm tra sổ đến lần ghi {} / the ledger is checked up to commit {}", next - 1, next - 1);
        }
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
