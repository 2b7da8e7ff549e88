package vn.soto.projection.source;

import vn.soto.ledger.EventType;

/**
 * A stored event that could not be decoded. It is delivered in its place, so that whoever needs its content fails on it
 * visibly; it is never skipped.
 *
 * @param subject the aggregate it belongs to, or its own id if none
 */
public record UndecodableEvent(EventType type, String subject, RuntimeException cause) {}
