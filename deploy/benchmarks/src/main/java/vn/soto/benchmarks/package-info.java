/** Measures the product beside its alternatives, on the same work in one run. */
@NullMarked
package vn.soto.benchmarks;

import org.jspecify.annotations.NullMarked;
