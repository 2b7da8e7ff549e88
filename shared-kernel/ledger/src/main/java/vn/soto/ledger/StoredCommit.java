package vn.soto.ledger;

/** What a ledger holds under a number: a commit that was checked, or one that is damaged, in its place. */
public sealed interface StoredCommit permits Commit, DamagedCommit {

    long number();
}
