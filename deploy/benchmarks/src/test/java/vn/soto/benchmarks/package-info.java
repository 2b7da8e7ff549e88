/** The benchmarks' own logic, and that each contestant does what it is said to do; nothing here is timed. */
@NullMarked
package vn.soto.benchmarks;

import org.jspecify.annotations.NullMarked;
