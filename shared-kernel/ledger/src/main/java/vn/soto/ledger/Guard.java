package vn.soto.ledger;

/**
 * A condition of an append on an aggregate it read but does not write.
 *
 * @param head the aggregate's last sequence when it was read; -1 if it had no events
 */
public record Guard(String aggregate, long head) {}
