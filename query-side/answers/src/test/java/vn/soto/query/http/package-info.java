/** Tests of what all query endpoints share, and of the endpoint for projections. */
@NullMarked
package vn.soto.query.http;

import org.jspecify.annotations.NullMarked;
