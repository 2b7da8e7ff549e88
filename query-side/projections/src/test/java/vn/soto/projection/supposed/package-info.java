/** Tests of suppositions. */
@NullMarked
package vn.soto.projection.supposed;

import org.jspecify.annotations.NullMarked;
