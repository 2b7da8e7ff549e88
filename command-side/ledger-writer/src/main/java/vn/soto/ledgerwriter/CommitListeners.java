package vn.soto.ledgerwriter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Commit;

/**
 * The listeners of one appender, called one after the other in the order in which they were added. A listener that throws
 * fails neither the append nor the listeners after it; it is told that it missed something.
 */
public final class CommitListeners {

    private static final Logger LOG = LoggerFactory.getLogger(CommitListeners.class);

    private final List<CommitListener> all = new CopyOnWriteArrayList<>();

    public void add(CommitListener listener) {
        all.add(listener);
    }

    public void committed(List<Commit> commits) {
        if (!commits.isEmpty()) {
            all.forEach(each -> {
                if (!succeeds(each, listener -> listener.onCommitted(commits))) {
                    succeeds(each, CommitListener::onUncertain);
                }
            });
        }
    }

    public void uncertain() {
        all.forEach(each -> succeeds(each, CommitListener::onUncertain));
    }

    private static boolean succeeds(CommitListener listener, Consumer<CommitListener> call) {
        try {
            call.accept(listener);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a listener of commits failed", e);
            return false;
        }
    }
}
