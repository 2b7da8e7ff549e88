package vn.soto.projection.source;

import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;

/**
 * Everything up to and including a commit was projected. All events of a commit share its token, so a batch never ends
 * inside a commit.
 *
 * @param number number of the commit; 0 before the first
 * @param chain  chain hash of that commit, which identifies the ledger the read model was built from
 */
public record CommitToken(long number, String chain) {

    /** Whether a ledger has this commit; one that is damaged there is not this. */
    public boolean isOf(LedgerReader ledger) {
        return ledger.chainAt(number).map(Hash::toString).filter(chain::equals).isPresent();
    }

    public static CommitToken later(CommitToken a, CommitToken b) {
        return a.number >= b.number ? a : b;
    }
}
