/** The HTTP edge of both sides: authentication, and problems of requests that no endpoint maps. */
@NullMarked
package vn.soto.edge;

import org.jspecify.annotations.NullMarked;
