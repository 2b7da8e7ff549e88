package vn.soto.verifier;

import java.util.List;
import java.util.function.Consumer;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;

/** Reads a ledger from the beginning to a tail, few commits at a time. */
final class CommitPages {

    private static final int PAGE = 500;

    private CommitPages() {}

    static void read(LedgerReader ledger, Tail tail, Consumer<Commit> each) {
        long next = 1;
        while (next <= tail.number()) {
            List<Commit> page = ledger.commits(next, PAGE);
            page.forEach(each);
            next = page.getLast().number() + 1;
        }
    }
}
