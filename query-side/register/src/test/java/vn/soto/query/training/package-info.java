/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.training;

import org.jspecify.annotations.NullMarked;
