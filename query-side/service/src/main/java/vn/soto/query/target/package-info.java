/** UnitGoals of units and campaigns as they were set and revised. */
@NullMarked
package vn.soto.query.target;

import org.jspecify.annotations.NullMarked;
