package vn.soto.testkit.history;

import java.util.UUID;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;

/** A commit as a client saw it; the chain value stands for everything in it and before it. */
record Seen(long number, UUID id, Hash content, Hash chain) {

    static Seen of(Commit commit) {
        return new Seen(commit.number(), commit.id(), Content.of(commit), commit.chain());
    }
}
