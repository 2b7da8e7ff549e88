/** Households and the members responsible for them. */
@NullMarked
package vn.soto.query.household;

import org.jspecify.annotations.NullMarked;
