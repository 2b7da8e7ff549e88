/** Tests of what other modules' tests use. */
@NullMarked
package vn.soto.testkit;

import org.jspecify.annotations.NullMarked;
