package vn.soto.ledger;

/**
 * A condition of an append on what it read but does not write: an aggregate, or the whole ledger.
 *
 * @param aggregate its id; empty for the whole ledger
 * @param head      the aggregate's last sequence when it was read, -1 if it had no events; the ledger's last commit, 0 before the first
 */
public record Guard(String aggregate, long head) {

    private static final String LEDGER = "";

    /** Holds as long as no commit follows the one with this number. */
    public static Guard ofLedger(long commit) {
        return new Guard(LEDGER, commit);
    }

    public boolean isOfLedger() {
        return aggregate.equals(LEDGER);
    }
}
