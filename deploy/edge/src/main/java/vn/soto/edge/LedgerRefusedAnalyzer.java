package vn.soto.edge;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.soto.ledger.LedgerException;

/** Reports a ledger, or a key store, that cannot be opened, in one line and without a stack trace. */
final class LedgerRefusedAnalyzer extends AbstractFailureAnalyzer<LedgerException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LedgerException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Xem deploy/README.md, mục The product does not start. / See The product does not start in deploy/README.md.",
                cause);
    }
}
