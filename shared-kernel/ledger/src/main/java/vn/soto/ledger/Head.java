package vn.soto.ledger;

/** A commit by number and chain value, as noted somewhere: it stands for everything up to it. */
public record Head(long number, Hash chain) {}
