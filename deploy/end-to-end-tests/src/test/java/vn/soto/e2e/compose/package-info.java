/** Tests of the container files under deploy, as far as possible without containers. */
@NullMarked
package vn.soto.e2e.compose;

import org.jspecify.annotations.NullMarked;
