package vn.soto.ledgerwriter.kept;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that is kept for its owner. Everything personal in it is sealed.
 *
 * @param owner account that gets it back
 * @param until from when on it is gone, to the second
 */
public record KeptText(UUID id, String owner, Instant until, String text) {}
