/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.timeline;

import org.jspecify.annotations.NullMarked;
