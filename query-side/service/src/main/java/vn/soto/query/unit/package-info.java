/** Units as a tree. */
@NullMarked
package vn.soto.query.unit;

import org.jspecify.annotations.NullMarked;
