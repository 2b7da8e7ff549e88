package vn.soto.testkit.history;

import java.time.Instant;
import java.util.List;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LeafEncoding;
import vn.soto.ledger.Tail;

/**
 * The content that a client asked for, as one value: the leaf hash without the ledger's own parts, number, positions
 * and time.
 */
final class CommitContent {

    private static final Tail NOWHERE = Tail.empty("content");

    private CommitContent() {}

    static Hash of(Draft draft) {
        return LeafEncoding.hash(Commit.after(NOWHERE, draft, Instant.EPOCH));
    }

    static Hash of(Commit commit) {
        return of(new Draft(
                commit.id(),
                commit.origin(),
                commit.actor(),
                commit.reason(),
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.events(),
                List.of()));
    }
}
