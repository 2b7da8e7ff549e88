/** Reporting periods of an authority, and the table of holidays. */
@NullMarked
package vn.soto.domain.period;

import org.jspecify.annotations.NullMarked;
