package vn.soto.ledger;

/** The content of a ledger under a number: a checked commit, or a damaged one in its place. */
public sealed interface StoredCommit permits Commit, DamagedCommit {

    long number();
}
