package vn.soto.projection.source;

/**
 * Everything up to and including a commit was projected. All events of a commit share its token, so a batch never ends
 * inside a commit.
 *
 * @param number number of the commit; 0 before the first
 * @param chain  chain hash of that commit, which identifies the ledger the read model was built from
 */
public record CommitToken(long number, String chain) {

    public static CommitToken later(CommitToken a, CommitToken b) {
        return a.number >= b.number ? a : b;
    }
}
