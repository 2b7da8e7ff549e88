package vn.soto.command.dispatch;

import vn.soto.ledger.Commit;

/** What has to be done after a commit and before it is acknowledged, the first time and each time it is asked for again. */
@FunctionalInterface
public interface PostCommitAction {

    /** Fails with {@link vn.soto.ledger.LedgerException.Uncertain} if it is not done; then asking again does it. */
    void of(Commit commit);
}
