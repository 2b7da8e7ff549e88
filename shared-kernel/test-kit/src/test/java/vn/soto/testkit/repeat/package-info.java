/** The tests that runs of tagged tests take in. */
@NullMarked
package vn.soto.testkit.repeat;

import org.jspecify.annotations.NullMarked;
