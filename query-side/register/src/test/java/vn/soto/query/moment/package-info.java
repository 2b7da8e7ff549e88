/** Tests of moments. */
@NullMarked
package vn.soto.query.moment;

import org.jspecify.annotations.NullMarked;
