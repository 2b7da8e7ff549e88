package vn.soto.projection.source;

import vn.soto.ledger.LedgerException;

/**
 * An event of a damaged commit. It is delivered in its place without its content, which may be altered, so that every projection
 * fails on it visibly.
 *
 * @param subject id of its aggregate as stored, or a name of the commit if that cannot be read
 */
public record DamagedEvent(String subject, LedgerException.CommitDamaged cause) {}
