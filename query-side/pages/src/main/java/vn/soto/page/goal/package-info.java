/** The pages of what units are to reach: targets of a quarter, and campaigns. */
@NullMarked
package vn.soto.page.goal;

import org.jspecify.annotations.NullMarked;
