package vn.soto.command.dispatch;

import vn.soto.ledger.Commit;

/** An idempotent action after a commit and before its acknowledgement; it also runs for every repeat of the command. */
@FunctionalInterface
public interface PostCommitAction {

    /**
     * Throws {@link vn.soto.ledger.LedgerException.Uncertain} if the action failed; a repeat of the command runs it
     * again.
     */
    void of(Commit commit);
}
