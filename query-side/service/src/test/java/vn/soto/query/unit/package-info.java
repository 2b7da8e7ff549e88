/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.unit;

import org.jspecify.annotations.NullMarked;
