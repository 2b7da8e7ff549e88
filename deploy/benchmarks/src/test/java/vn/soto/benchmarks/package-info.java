/** Tests of the benchmarks' own logic and of each contestant's function; they measure no time. */
@NullMarked
package vn.soto.benchmarks;

import org.jspecify.annotations.NullMarked;
