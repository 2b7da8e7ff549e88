/** Measures the product beside what a user would pick instead, on the same work in one run. */
@NullMarked
package vn.soto.benchmarks;

import org.jspecify.annotations.NullMarked;
