/** Append-only logs in pages of fixed length, with the state after any commit. */
@NullMarked
package vn.soto.projection.log;

import org.jspecify.annotations.NullMarked;
