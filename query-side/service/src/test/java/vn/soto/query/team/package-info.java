/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.team;

import org.jspecify.annotations.NullMarked;
