/** Targets of units in quarters and campaigns. */
@NullMarked
package vn.soto.contracts.goal;

import org.jspecify.annotations.NullMarked;
