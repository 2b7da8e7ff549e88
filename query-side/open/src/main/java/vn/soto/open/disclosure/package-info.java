/** Decides which figures of accepted reports are shown to everybody: pure functions. */
@NullMarked
package vn.soto.open.disclosure;

import org.jspecify.annotations.NullMarked;
