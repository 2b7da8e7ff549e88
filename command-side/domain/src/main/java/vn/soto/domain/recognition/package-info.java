/** Rounds of recognition: scored by a published rule, decided by people, revocable. */
@NullMarked
package vn.soto.domain.recognition;

import org.jspecify.annotations.NullMarked;
