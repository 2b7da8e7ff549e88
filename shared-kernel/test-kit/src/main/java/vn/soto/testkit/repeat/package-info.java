/** Runs tagged test classes outside Maven, for {@code deploy/bin/repeat}. */
@NullMarked
package vn.soto.testkit.repeat;

import org.jspecify.annotations.NullMarked;
