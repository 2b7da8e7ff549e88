/** Tests of the read models of this feature alone. */
@NullMarked
package vn.soto.query.activity;

import org.jspecify.annotations.NullMarked;
