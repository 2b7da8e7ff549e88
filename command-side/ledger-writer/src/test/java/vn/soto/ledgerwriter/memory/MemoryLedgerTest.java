package vn.soto.ledgerwriter.memory;

import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.testkit.LedgerContract;
import vn.soto.testkit.OpenLedger;

@Tag("threads")
final class MemoryLedgerTest extends LedgerContract {

    private MemoryLedger left = new MemoryLedger(ORIGIN, Clock.systemUTC());

    @Override
    protected OpenLedger open(Clock clock) {
        left = MemoryLedger.copyOf(left, clock);
        return new Open(left);
    }

    private record Open(MemoryLedger ledger) implements OpenLedger {

        @Override
        public LedgerReader reader() {
            return ledger;
        }

        @Override
        public LedgerAppender appender() {
            return ledger;
        }

        @Override
        public void onAppend(Consumer<Tail> listener) {
            ledger.addCommitListener(
                    commits -> listener.accept(commits.getLast().tail()));
        }

        @Override
        public void close() {
            ledger.close();
        }
    }
}
