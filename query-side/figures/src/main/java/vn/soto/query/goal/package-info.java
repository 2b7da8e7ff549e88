/** Targets of units and campaigns, as set and revised. */
@NullMarked
package vn.soto.query.goal;

import org.jspecify.annotations.NullMarked;
