/** Households and who is responsible for them. */
@NullMarked
package vn.soto.query.household;

import org.jspecify.annotations.NullMarked;
