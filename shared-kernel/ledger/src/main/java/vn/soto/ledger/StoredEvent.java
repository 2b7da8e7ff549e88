package vn.soto.ledger;

/** An event with its place in the ledger: its position and the number of the commit that holds it. */
public record StoredEvent(long position, long commit, RecordedEvent event) {}
