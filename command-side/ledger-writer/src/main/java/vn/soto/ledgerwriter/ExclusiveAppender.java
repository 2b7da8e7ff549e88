package vn.soto.ledgerwriter;

import java.util.List;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;

/**
 * Appends to a ledger that nobody else writes while it is open. Whoever hears of every commit then knows what the ledger
 * holds without asking it.
 */
public interface ExclusiveAppender extends LedgerAppender {

    /** From now on {@code witness} hears of every commit, in order, before anybody is told that it was recorded. */
    void addCommitListener(CommitListener witness);

    /** Hears of commits on the writer's thread; quick, and never fails. */
    interface CommitListener {

        void onCommitted(List<Commit> commits);

        /** What the ledger holds is not what was heard: it has to be asked again. */
        void onUncertain();
    }
}
