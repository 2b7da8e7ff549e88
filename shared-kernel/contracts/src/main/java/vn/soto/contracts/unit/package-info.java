/** Administrative and residential units and what can happen to them. */
@NullMarked
package vn.soto.contracts.unit;

import org.jspecify.annotations.NullMarked;
