package vn.soto.axon;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class PublishedSuiteOnMemoryTest extends PublishedSuiteContract {

    private final MemoryLedger ledger = new MemoryLedger("test/suite", Clock.systemUTC());

    @Override
    LedgerReader reader() {
        return ledger;
    }

    @Override
    LedgerAppender appender() {
        return ledger;
    }

    @AfterEach
    void theLedgerIsSound() {
        ChainVerifier.verify(ledger);
    }
}
