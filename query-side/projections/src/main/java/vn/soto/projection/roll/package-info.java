/** Long lists of what has ever entered somewhere, in documents of fixed length. */
@NullMarked
package vn.soto.projection.roll;

import org.jspecify.annotations.NullMarked;
