/** Rounds of recognition: the scores and their events, the scores by another rule, and the honours. */
@NullMarked
package vn.soto.query.recognition;

import org.jspecify.annotations.NullMarked;
