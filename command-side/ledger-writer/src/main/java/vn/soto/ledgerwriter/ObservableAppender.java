package vn.soto.ledgerwriter;

import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommits;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;

/**
 * Appends to a ledger and reports its commits. Each commit is reported once, in the order of the ledger, by one thread
 * at a time. The report comes after the commit is durable and before {@code append} returns it. A refused draft is not
 * reported, nor is a commit of another process.
 */
public interface ObservableAppender extends LedgerAppender {

    /** Reports every later commit to {@code listener}, for as long as the ledger is open. */
    void addCommitListener(CommitListener listener);

    /**
     * Whether nobody else can write the ledger while it is open. Then the first read and the later reports give all
     * that the ledger holds.
     */
    boolean isExclusive();

    /** The same ledger and listeners; refuses drafts about aggregates in damaged commits. */
    default ObservableAppender refusing(DamagedCommits damaged) {
        return through(draft -> {
            damaged.refuse(draft);
            return append(draft);
        });
    }

    /** The same ledger and listeners with {@code appending} in front, which appends through this one. */
    default ObservableAppender through(LedgerAppender appending) {
        ObservableAppender observed = this;
        return new ObservableAppender() {
            @Override
            public Commit append(Draft draft) {
                return appending.append(draft);
            }

            @Override
            public void addCommitListener(CommitListener listener) {
                observed.addCommitListener(listener);
            }

            @Override
            public boolean isExclusive() {
                return observed.isExclusive();
            }
        };
    }
}
