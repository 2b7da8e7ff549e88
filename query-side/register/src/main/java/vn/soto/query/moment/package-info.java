/** Moments of a ledger that are worth going back to. */
@NullMarked
package vn.soto.query.moment;

import org.jspecify.annotations.NullMarked;
