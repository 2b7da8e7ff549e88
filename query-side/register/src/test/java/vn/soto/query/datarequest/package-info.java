/** Tests of data requests in answers. */
@NullMarked
package vn.soto.query.datarequest;

import org.jspecify.annotations.NullMarked;
