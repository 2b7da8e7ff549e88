/** A checker that misses nothing planted, and cries at nothing sound. */
@NullMarked
package vn.soto.testkit.history;

import org.jspecify.annotations.NullMarked;
