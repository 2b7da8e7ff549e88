package vn.soto.ledgerwriter.memory;

import java.time.Clock;
import org.junit.jupiter.api.Tag;
import vn.soto.ledgerwriter.Opened;
import vn.soto.testkit.LedgerContract;
import vn.soto.testkit.OpenLedger;

@Tag("threads")
final class MemoryLedgerTest extends LedgerContract {

    private MemoryLedger left = new MemoryLedger(ORIGIN, Clock.systemUTC());

    @Override
    protected OpenLedger open(Clock clock) {
        left = MemoryLedger.copyOf(left, clock);
        return new Opened(left, left, left::close);
    }
}
