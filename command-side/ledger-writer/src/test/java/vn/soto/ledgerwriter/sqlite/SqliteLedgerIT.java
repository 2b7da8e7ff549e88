package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledgerwriter.Opened;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.LedgerContract;
import vn.soto.testkit.OpenLedger;

@Tag("slow")
@Tag("threads")
final class SqliteLedgerIT extends LedgerContract {

    /** As many as the contract's callers, so that only its own test of a full queue is refused. */
    private static final WriterSettings SMALL =
            new WriterSettings(64, 16, Duration.ofMillis(100), Duration.ofSeconds(1), 100);

    @TempDir
    Path folder;

    @Override
    public int waiting() {
        return SMALL.queueCapacity() + SMALL.maxBatch();
    }

    @Override
    protected OpenLedger open(Clock clock) {
        return opened(
                SqliteLedger.open(folder.resolve("sổ cái 100% ?.db"), ORIGIN, clock, SMALL, new SimpleMeterRegistry()));
    }

    static OpenLedger opened(SqliteLedger ledger) {
        return new Opened(ledger.reader(), ledger.appender(), ledger::close);
    }
}
