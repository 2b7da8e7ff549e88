package vn.soto.testkit.history;

import java.util.UUID;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;

/** A commit as a client saw it; the chain value stands for everything in it and before it. */
record ObservedCommit(long number, UUID id, Hash content, Hash chain) {

    static ObservedCommit of(Commit commit) {
        return new ObservedCommit(commit.number(), commit.id(), CommitContent.of(commit), commit.chain());
    }
}
