/** Reporting periods of authorities as known at a commit. */
@NullMarked
package vn.soto.query.period;

import org.jspecify.annotations.NullMarked;
