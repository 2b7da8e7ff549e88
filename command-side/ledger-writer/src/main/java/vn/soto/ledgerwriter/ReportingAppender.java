package vn.soto.ledgerwriter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;

/** Appends through an appender that nobody else uses, on one thread at a time, and reports its commits. */
public final class ReportingAppender implements ObservableAppender {

    private final LedgerAppender appending;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    public ReportingAppender(LedgerAppender appending) {
        this.appending = appending;
    }

    @Override
    public Commit append(Draft draft) {
        Commit commit = appending.append(draft);
        listeners.forEach(listener -> listener.onCommitted(List.of(commit)));
        return commit;
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    /** The reports no longer tell what the ledger holds: whatever was derived from them has to be read again. */
    public void forget() {
        listeners.forEach(CommitListener::onUncertain);
    }
}
