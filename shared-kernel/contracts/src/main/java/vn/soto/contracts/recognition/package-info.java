/** Rounds of recognition: events, scoring rules in versions, and the scoring that both sides and the verifier share. */
@NullMarked
package vn.soto.contracts.recognition;

import org.jspecify.annotations.NullMarked;
