package vn.soto.ledger;

/** A commit's number and chain value; the chain value covers every commit up to it. */
public record Head(long number, Hash chain) {}
