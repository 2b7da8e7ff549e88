/** Tests of the paged log. */
@NullMarked
package vn.soto.projection.log;

import org.jspecify.annotations.NullMarked;
