package vn.soto.testkit;

import java.util.function.Consumer;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;

/** An implementation under test while it is open. */
public interface OpenLedger extends AutoCloseable {

    LedgerReader reader();

    LedgerAppender appender();

    void onAppend(Consumer<Tail> listener);

    @Override
    void close();
}
