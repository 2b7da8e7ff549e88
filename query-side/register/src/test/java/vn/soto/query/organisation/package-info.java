/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.organisation;

import org.jspecify.annotations.NullMarked;
