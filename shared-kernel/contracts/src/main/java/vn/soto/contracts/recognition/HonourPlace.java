package vn.soto.contracts.recognition;

import org.jspecify.annotations.Nullable;

/**
 * A place in a decision.
 *
 * @param score  frozen with it, in thousandths of a point
 * @param reason why the place leaves the order of the scores, without names and numbers; absent where it does not
 */
public record HonourPlace(
        Candidate candidate, long score, @Nullable String reason) {}
