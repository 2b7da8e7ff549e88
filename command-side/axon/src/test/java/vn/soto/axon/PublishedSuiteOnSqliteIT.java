package vn.soto.axon;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

@Tag("slow")
final class PublishedSuiteOnSqliteIT extends PublishedSuiteContract {

    @TempDir
    Path folder;

    private @Nullable SqliteLedger ledger;

    @Override
    LedgerReader reader() {
        return ledger().reader();
    }

    @Override
    LedgerAppender appender() {
        return ledger().appender();
    }

    @AfterEach
    void theLedgerIsSound() {
        ChainVerifier.verify(reader());
        ledger().close();
    }

    private SqliteLedger ledger() {
        if (ledger == null) {
            ledger = SqliteLedger.open(
                    folder.resolve("ledger.db"),
                    "test/suite",
                    Clock.systemUTC(),
                    WriterSettings.standard(),
                    new SimpleMeterRegistry());
        }
        return ledger;
    }
}
