/** The tree of units, its history and roll-ups over it. */
@NullMarked
package vn.soto.query.unit;

import org.jspecify.annotations.NullMarked;
