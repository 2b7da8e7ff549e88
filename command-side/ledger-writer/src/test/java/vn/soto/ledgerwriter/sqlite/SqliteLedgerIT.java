package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.testkit.LedgerContract;
import vn.soto.testkit.OpenLedger;

final class SqliteLedgerIT extends LedgerContract {

    @TempDir
    Path folder;

    @Override
    protected OpenLedger open(Clock clock) {
        return new Opened(SqliteLedger.open(
                folder.resolve("sổ cái 100% ?.db"),
                ORIGIN,
                clock,
                WriterSettings.standard(),
                new SimpleMeterRegistry()));
    }

    private record Opened(SqliteLedger ledger) implements OpenLedger {

        @Override
        public LedgerReader reader() {
            return ledger.reader();
        }

        @Override
        public LedgerAppender appender() {
            return ledger.appender();
        }

        @Override
        public void onAppend(Consumer<Tail> listener) {
            ledger.onAppend(listener);
        }

        @Override
        public void close() {
            ledger.close();
        }
    }
}
