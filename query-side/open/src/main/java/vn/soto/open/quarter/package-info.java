/** The figures of closed periods as everybody may read them. */
@NullMarked
package vn.soto.open.quarter;

import org.jspecify.annotations.NullMarked;
