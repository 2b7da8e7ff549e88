/** Households, who is responsible for them, and what can happen to them. */
@NullMarked
package vn.soto.contracts.household;

import org.jspecify.annotations.NullMarked;
