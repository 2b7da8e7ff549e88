/** Kills, and faults of the disk, the clock, the files and the callers of a running product, one named test each. */
@NullMarked
package vn.soto.e2e.faults;

import org.jspecify.annotations.NullMarked;
