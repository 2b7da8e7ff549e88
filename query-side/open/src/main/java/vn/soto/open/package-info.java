/** Answers for everybody, without an account, and whether there are any. */
@NullMarked
package vn.soto.open;

import org.jspecify.annotations.NullMarked;
