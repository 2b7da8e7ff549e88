package vn.soto.ledgerwriter.mongo;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.LedgerContract;
import vn.soto.testkit.OpenLedger;

/** The contract over whatever server speaks MongoDB's protocol. */
abstract class MongoLedgerContract extends LedgerContract {

    /** As many as the contract's callers, so that only its own test of a full queue is refused. */
    private static final WriterSettings SMALL =
            new WriterSettings(64, 16, Duration.ofMillis(100), Duration.ofSeconds(1), 100);

    private @Nullable OnServer server;

    abstract String uri();

    @Override
    public int waiting() {
        return SMALL.queueCapacity() + SMALL.maxBatch();
    }

    @Override
    protected OpenLedger open(Clock clock) {
        if (server == null) {
            server = new OnServer(uri(), ORIGIN);
        }
        return server.open(clock, SMALL);
    }

    @Override
    protected void release() {
        Objects.requireNonNull(server).close();
    }
}
