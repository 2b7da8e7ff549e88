/** Rounds of recognition: who scored what by which events, what another rule would say, and who is honoured. */
@NullMarked
package vn.soto.query.recognition;

import org.jspecify.annotations.NullMarked;
