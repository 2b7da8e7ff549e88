/** What stands under deploy for running a province in containers, checked as far as that goes without them. */
@NullMarked
package vn.soto.e2e.compose;

import org.jspecify.annotations.NullMarked;
