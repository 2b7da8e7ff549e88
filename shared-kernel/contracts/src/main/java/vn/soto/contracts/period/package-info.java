/** Reporting periods of an authority: its calendar, the days on which offices work, and what arrives after closing. */
@NullMarked
package vn.soto.contracts.period;

import org.jspecify.annotations.NullMarked;
