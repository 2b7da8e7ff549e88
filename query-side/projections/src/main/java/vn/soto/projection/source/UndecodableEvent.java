package vn.soto.projection.source;

import vn.soto.ledger.EventType;

/**
 * A stored event that could not be decoded. It is delivered in its place and never skipped, so that projections that
 * need its content fail visibly.
 *
 * @param subject id of its aggregate, or its own id if it has none
 */
public record UndecodableEvent(EventType type, String subject, RuntimeException cause) {}
