/** The page of the reporting periods of a unit. */
@NullMarked
package vn.soto.page.period;

import org.jspecify.annotations.NullMarked;
