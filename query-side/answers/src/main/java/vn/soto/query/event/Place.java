package vn.soto.query.event;

import vn.soto.projection.Stamped;

/** A position in the ledger and its commit. */
public record Place(long position, long commit) implements Stamped {}
