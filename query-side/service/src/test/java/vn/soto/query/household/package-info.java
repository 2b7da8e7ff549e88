/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.household;

import org.jspecify.annotations.NullMarked;
