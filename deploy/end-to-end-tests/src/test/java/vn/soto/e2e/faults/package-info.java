/** Faults of the disk, the clock, the files and the callers of a running product, one named test each. */
@org.jspecify.annotations.NullMarked
package vn.soto.e2e.faults;
