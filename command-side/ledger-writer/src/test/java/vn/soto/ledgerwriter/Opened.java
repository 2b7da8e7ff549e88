package vn.soto.ledgerwriter;

import java.util.function.Consumer;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.testkit.OpenLedger;

/** A ledger of this module, as the contract of ledgers knows it. */
public record Opened(LedgerReader reader, ObservableAppender appender, Runnable closing) implements OpenLedger {

    @Override
    public void onAppend(Consumer<Tail> listener) {
        appender.addCommitListener(commits -> listener.accept(commits.getLast().tail()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
